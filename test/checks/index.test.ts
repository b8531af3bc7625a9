import { describe, expect, it } from "vitest";
import { checkEnvironment } from "../../generator/checks/index.ts";
import type { ObjectProblem } from "../../generator/checks/problem.ts";
import type { KubernetesObject } from "../../generator/kubernetes/resource.ts";
import { DECLARED, soundExcept, soundObjects } from "./objects.ts";

const CONTAINER = "spec.template.spec.containers.0";

describe("checkEnvironment", () => {
  it("finds nothing in an environment that is sound", () => {
    expect(checkEnvironment(soundObjects(), DECLARED)).toEqual([]);
  });

  it.each([
    {
      family: "references",
      broken: soundExcept("StatefulSet db", "spec.template.spec.serviceAccountName", "nobody"),
      code: "E_REF",
    },
    { family: "namespaces", broken: soundExcept("ConfigMap web", "metadata.namespace", "other"), code: "E_POLICY" },
    { family: "forbidden kinds", broken: [...soundObjects(), claim()], code: "E_STORAGE" },
    { family: "guards", broken: soundExcept("StatefulSet db", "metadata.annotations", undefined), code: "E_STORAGE" },
    { family: "Pod Security", broken: soundExcept("Deployment web", "spec.template.spec.hostNetwork", true), code: "E_POLICY" },
    {
      family: "isolation",
      broken: soundExcept("Deployment web", "spec.template.spec.enableServiceLinks", true),
      code: "E_POLICY",
    },
    { family: "resources", broken: soundExcept("Deployment web", `${CONTAINER}.resources.limits`, undefined), code: "E_RANGE" },
  ])("looks into $family", ({ broken, code }) => {
    const codes = checkEnvironment(broken, DECLARED).map((problem: ObjectProblem) => problem.code);

    expect(new Set(codes)).toEqual(new Set([code]));
  });
});

function claim(): KubernetesObject {
  return { apiVersion: "v1", kind: "PersistentVolumeClaim", metadata: { name: "data", namespace: "milvus-test" } };
}
