import { describe, expect, it } from "vitest";
import { namespaceEnforcesPodSecurity, namespacePinsPodSecurity } from "../../../generator/checks/security/namespace.ts";
import { namespaceIsOwn, objectIsInNamespace } from "../../../generator/checks/security/namespaces.ts";
import { soundExcept, soundObjects } from "../objects.ts";
import { treeOf } from "../trees.ts";

const PREFIX = "pod-security.kubernetes.io";
const LABELS = {
  [`${PREFIX}/audit`]: "restricted",
  [`${PREFIX}/enforce`]: "restricted",
  [`${PREFIX}/enforce-version`]: "v1.30",
  [`${PREFIX}/warn`]: "restricted",
};

describe("an environment's Namespace", () => {
  it.each([namespaceEnforcesPodSecurity, namespacePinsPodSecurity, namespaceIsOwn, objectIsInNamespace])(
    "is accepted where it holds all objects and restricts all pods: $name",
    ({ find }) => {
      expect(find(treeOf(soundObjects()))).toEqual([]);
    },
  );

  it.each([
    { namespace: "milvus-prod", subject: "ConfigMap milvus-prod/web" },
    { namespace: undefined, subject: "ConfigMap web" },
  ])("is refused an object in the namespace $namespace", ({ namespace, subject }) => {
    expect(objectIsInNamespace.find(treeOf(soundExcept("ConfigMap web", "metadata.namespace", namespace)))).toEqual([
      { subject, message: "It is not in the Namespace milvus-test." },
    ]);
  });

  it("is the only one", () => {
    const second = { apiVersion: "v1", kind: "Namespace", metadata: { name: "other" } };

    expect(namespaceIsOwn.find(treeOf([...soundObjects(), second]))).toEqual([
      { subject: "Namespace other", message: "The environment has the Namespace milvus-test already." },
    ]);
  });

  it.each(["audit", "enforce", "warn"])("is refused without %s", (mode) => {
    const labelled = (level: string | undefined) =>
      treeOf(soundExcept("Namespace milvus-test", "metadata.labels", { ...LABELS, [`${PREFIX}/${mode}`]: level }));

    expect(namespaceEnforcesPodSecurity.find(labelled("baseline"))).toEqual([labelProblem(mode, "baseline")]);
    expect(namespaceEnforcesPodSecurity.find(labelled(undefined))).toEqual([labelProblem(mode, "not set")]);
  });

  it("is refused where its rules follow the cluster's version", () => {
    const pinned = (version: string | undefined) =>
      treeOf(soundExcept("Namespace milvus-test", "metadata.labels", { ...LABELS, [`${PREFIX}/enforce-version`]: version }));

    expect(namespacePinsPodSecurity.find(pinned("latest"))).toEqual([labelProblem("enforce-version", "latest")]);
    expect(namespacePinsPodSecurity.find(pinned(undefined))).toEqual([labelProblem("enforce-version", "not set")]);
  });
});

function labelProblem(label: string, value: string) {
  return { subject: "Namespace milvus-test", message: `The label ${PREFIX}/${label} is ${value}.` };
}
