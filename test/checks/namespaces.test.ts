import { describe, expect, it } from "vitest";
import { checkNamespaces } from "../../generator/checks/namespaces.ts";
import { soundExcept, soundObjects, soundWithout } from "./objects.ts";

describe("checkNamespaces", () => {
  it("accepts objects that are all in the environment's Namespace", () => {
    expect(checkNamespaces(soundObjects())).toEqual([]);
  });

  it.each([
    { namespace: "milvus-prod", object: "ConfigMap milvus-prod/web" },
    { namespace: undefined, object: "ConfigMap web" },
  ])("refuses an object in the namespace $namespace", ({ namespace, object }) => {
    expect(checkNamespaces(soundExcept("ConfigMap web", "metadata.namespace", namespace))).toEqual([
      {
        code: "E_POLICY",
        object,
        message: "It is not in the Namespace milvus-test.",
        remedy: "Set metadata.namespace: milvus-test.",
      },
    ]);
  });

  it("refuses a second Namespace", () => {
    const second = { apiVersion: "v1", kind: "Namespace", metadata: { name: "other" } };

    expect(checkNamespaces([...soundObjects(), second])).toEqual([
      {
        code: "E_POLICY",
        object: "Namespace other",
        message: "The environment has the Namespace milvus-test already.",
        remedy: "Remove it.",
      },
    ]);
  });

  it("says nothing of objects whose Namespace it does not see", () => {
    expect(checkNamespaces(soundWithout("Namespace milvus-test"))).toEqual([]);
  });
});
