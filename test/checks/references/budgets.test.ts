import { describe, expect, it } from "vitest";
import { budgetSelectsOneWorkload, budgetsDoNotOverlap } from "../../../generator/checks/references/budgets.ts";
import { budget, soundExcept, soundObjects } from "../objects.ts";
import { treeOf } from "../trees.ts";

const SELECTOR = "spec.selector";

describe("budgetSelectsOneWorkload", () => {
  it("accepts a budget for one workload, by labels or by expressions", () => {
    const expressions = { matchExpressions: [{ key: "app", operator: "In", values: ["db"] }] };

    expect(budgetSelectsOneWorkload.find(treeOf(soundObjects()))).toEqual([]);
    expect(budgetSelectsOneWorkload.find(treeOf(soundExcept("PodDisruptionBudget db", SELECTOR, expressions)))).toEqual([]);
  });

  it.each([
    { selector: { matchLabels: { app: "nothing" } }, count: 0 },
    { selector: undefined, count: 0 },
    { selector: { matchLabels: {} }, count: 2 },
    { selector: { matchExpressions: [{ key: "app", operator: "Exists" }] }, count: 2 },
    { selector: { matchExpressions: [{ key: "app", operator: "DoesNotExist" }] }, count: 0 },
    { selector: { matchExpressions: [{ key: "tier", operator: "NotIn", values: ["back"] }] }, count: 2 },
  ])("refuses a budget of $count workloads by $selector", ({ selector, count }) => {
    expect(budgetSelectsOneWorkload.find(treeOf(soundExcept("PodDisruptionBudget db", SELECTOR, selector)))).toEqual([
      { subject: "PodDisruptionBudget milvus-test/db", message: `The budget selects ${count} workloads.` },
    ]);
  });
});

describe("budgetsDoNotOverlap", () => {
  it("accepts one budget for a workload", () => {
    expect(budgetsDoNotOverlap.find(treeOf(soundObjects()))).toEqual([]);
  });

  it("refuses two budgets of one workload", () => {
    expect(budgetsDoNotOverlap.find(treeOf([...soundObjects(), budget("db-2", { app: "db" })]))).toEqual([
      { subject: "StatefulSet milvus-test/db", message: "Its pods are under 2 budgets: db, db-2." },
    ]);
  });
});
