import { describe, expect, it } from "vitest";
import { checkReferences } from "../../../generator/checks/references/index.ts";
import { DECLARED, soundExcept, soundObjects } from "../objects.ts";

describe("checkReferences", () => {
  it("finds nothing where every reference is answered", () => {
    expect(checkReferences(soundObjects(), DECLARED)).toEqual([]);
  });

  it.each([
    {
      family: "names",
      broken: [...soundObjects(), ...soundObjects().slice(0, 1)],
      message: "The object is defined twice.",
    },
    {
      family: "selectors",
      broken: soundExcept("PodDisruptionBudget db", "spec.selector.matchLabels", { app: "nothing" }),
      message: "The budget selects 0 workloads.",
    },
    {
      family: "services",
      broken: soundExcept("Service web", "spec.selector", { app: "nothing" }),
      message: "The Service selects no pod.",
    },
    {
      family: "routes",
      broken: soundExcept("GRPCRoute web", "spec.rules.0.backendRefs.0.port", 81),
      message: "It leads to web:81, which no Service offers.",
    },
    {
      family: "pods",
      broken: soundExcept("Deployment web", "spec.template.spec.serviceAccountName", "nobody"),
      message: "There is no ServiceAccount nobody.",
    },
    {
      family: "hosts",
      broken: soundExcept("ConfigMap web", "data.peers", "db:1234"),
      message: "It expects db:1234, which no Service of the environment offers.",
    },
  ])("looks into $family", ({ broken, message }) => {
    expect(checkReferences(broken, DECLARED).map((problem) => problem.message)).toEqual([message]);
  });
});
