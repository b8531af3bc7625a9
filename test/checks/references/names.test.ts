import { describe, expect, it } from "vitest";
import { objectDefinedOnce } from "../../../generator/checks/references/names.ts";
import type { KubernetesObject } from "../../../generator/kubernetes/resource.ts";
import { soundObjects } from "../objects.ts";
import { treeOf } from "../trees.ts";

describe("objectDefinedOnce", () => {
  it("accepts one name for objects of several kinds, in several namespaces, and of several API groups", () => {
    const objects = [...soundObjects(), configMap("milvus-other"), { ...configMap("milvus-test"), apiVersion: "acme.com/v1" }];

    expect(objectDefinedOnce.find(treeOf(objects))).toEqual([]);
  });

  it("refuses a second object of one kind, namespace and name", () => {
    expect(objectDefinedOnce.find(treeOf([...soundObjects(), configMap("milvus-test")]))).toEqual([
      { subject: "ConfigMap milvus-test/web", message: "The object is defined twice." },
    ]);
  });
});

function configMap(namespace: string): KubernetesObject {
  return { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "web", namespace } };
}
