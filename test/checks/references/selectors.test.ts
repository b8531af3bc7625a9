import { describe, expect, it } from "vitest";
import { checkSelectors } from "../../../generator/checks/references/selectors.ts";
import { budget, soundExcept, soundObjects } from "../objects.ts";

describe("checkSelectors", () => {
  it("accepts workloads that own their pods, and a budget for one of them", () => {
    expect(checkSelectors(soundObjects())).toEqual([]);
  });

  it("refuses a selector that the pod template does not meet", () => {
    expect(checkSelectors(soundExcept("Deployment web", "spec.selector.matchLabels.tier", "back"))).toEqual([
      {
        code: "E_REF",
        object: "Deployment milvus-test/web",
        message: "The selector does not match the labels of the pod template.",
        remedy: "Give the template every label of the selector.",
      },
    ]);
  });

  it.each([
    { matchLabels: { app: "nothing" }, count: 0 },
    { matchLabels: {}, count: 2 },
  ])("refuses a budget of $count workloads", ({ matchLabels, count }) => {
    expect(checkSelectors(soundExcept("PodDisruptionBudget db", "spec.selector.matchLabels", matchLabels))).toEqual([
      {
        code: "E_REF",
        object: "PodDisruptionBudget milvus-test/db",
        message: `The budget selects ${count} workloads.`,
        remedy: "Select the pods of exactly one workload.",
      },
    ]);
  });

  it("refuses two budgets of one workload", () => {
    expect(checkSelectors([...soundObjects(), budget("db-2", { app: "db" })])).toEqual([
      {
        code: "E_REF",
        object: "StatefulSet milvus-test/db",
        message: "Pods under two budgets cannot be evicted at all.",
        remedy: "Leave one budget for the workload.",
      },
    ]);
  });
});
