import { describe, expect, it } from "vitest";
import { checkForbidden } from "../../generator/checks/forbidden.ts";
import type { KubernetesObject } from "../../generator/kubernetes/resource.ts";
import { soundObjects } from "./objects.ts";

describe("checkForbidden", () => {
  it("accepts workloads, and Secrets made of what is elsewhere", () => {
    expect(checkForbidden([...soundObjects(), anObject("Secret", {})])).toEqual([]);
  });

  it("refuses a claim outside a StatefulSet", () => {
    expect(checkForbidden([anObject("PersistentVolumeClaim")])).toEqual([
      {
        code: "E_STORAGE",
        object: "PersistentVolumeClaim milvus-test/x",
        message: "A claim in Git goes when its file goes, and its data with it.",
        remedy: "Claim storage by the template of a StatefulSet.",
      },
    ]);
  });

  it.each(["Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding"])("refuses a %s", (kind) => {
    expect(checkForbidden([anObject(kind)])).toEqual([
      {
        code: "E_POLICY",
        object: `${kind} milvus-test/x`,
        message: "It grants rights in the cluster, and nothing here calls the Kubernetes API.",
        remedy: "Leave rights to who runs the cluster.",
      },
    ]);
  });

  it.each([{ data: { a: "YQ==" } }, { stringData: { a: "a" } }])("refuses a Secret with %o", (fields) => {
    expect(checkForbidden([anObject("Secret", fields)])).toEqual([
      {
        code: "E_SECRET",
        object: "Secret milvus-test/x",
        message: "A Secret in Git can be read by everyone who can read the repository.",
        remedy: "Use an ExternalSecret or a SealedSecret, or create it in the cluster.",
      },
    ]);
  });
});

function anObject(kind: string, fields: object = {}): KubernetesObject {
  return { apiVersion: "v1", kind, metadata: { name: "x", namespace: "milvus-test" }, ...fields };
}
