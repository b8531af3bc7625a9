import { describe, expect, it } from "vitest";
import { checkNames } from "../../../generator/checks/references/names.ts";
import type { KubernetesObject } from "../../../generator/kubernetes/resource.ts";
import { soundObjects } from "../objects.ts";

describe("checkNames", () => {
  it("accepts one name for objects of several kinds, or in several namespaces", () => {
    expect(checkNames([...soundObjects(), configMap("milvus-other")])).toEqual([]);
  });

  it("refuses a second object of one kind, namespace and name", () => {
    expect(checkNames([...soundObjects(), configMap("milvus-test")])).toEqual([
      {
        code: "E_DUP",
        object: "ConfigMap milvus-test/web",
        message: "The object is defined twice.",
        remedy: "Rename or remove one of the two.",
      },
    ]);
  });
});

function configMap(namespace: string): KubernetesObject {
  return { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "web", namespace } };
}
