import { describe, expect, it } from "vitest";
import { environmentProject } from "../../../generator/argocd/project.ts";
import { checkPermissions } from "../../../generator/checks/gitops/permissions.ts";
import type { KubernetesObject } from "../../../generator/kubernetes/resource.ts";
import { aPlatform } from "../../argocd/platform.ts";
import { anEnvironment } from "../../support/environments.ts";
import { soundObjects } from "../objects.ts";

const CLAIM = anObject("v1", "PersistentVolumeClaim");
const MONITOR = anObject("monitoring.coreos.com/v1", "ServiceMonitor");

describe("checkPermissions", () => {
  it("accepts every kind that the generator makes", () => {
    expect(checkPermissions(soundObjects(), project(false))).toEqual([]);
  });

  it("accepts another kind only where a team has a folder of its own, and a claim never", () => {
    expect(checkPermissions([CLAIM, MONITOR], project(false))).toEqual([
      refused("PersistentVolumeClaim"),
      refused("ServiceMonitor"),
    ]);
    expect(checkPermissions([CLAIM, MONITOR], project(true))).toEqual([refused("PersistentVolumeClaim")]);
  });

  it("accepts the environment's own Namespace alone, and no other kind of the cluster", () => {
    const namespace = { apiVersion: "v1", kind: "Namespace", metadata: { name: "other" } };
    const role = { apiVersion: "rbac.authorization.k8s.io/v1", kind: "ClusterRole", metadata: { name: "milvus-test" } };

    expect(checkPermissions([namespace, role], project(true)).map(({ object }) => object)).toEqual([
      "Namespace other",
      "ClusterRole milvus-test",
    ]);
  });
});

function project(hasCustom: boolean): KubernetesObject {
  return environmentProject(aPlatform(), anEnvironment({ namespace: "milvus-test", hasCustom }));
}

function anObject(apiVersion: string, kind: string): KubernetesObject {
  return { apiVersion, kind, metadata: { name: "x", namespace: "milvus-test" } };
}

function refused(kind: string) {
  return {
    code: "E_POLICY",
    object: `${kind} milvus-test/x`,
    message: "The AppProject milvus-prod does not allow it.",
    remedy: "Allow the kind in the project, or remove the object.",
  };
}
