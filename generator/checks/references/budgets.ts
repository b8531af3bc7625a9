import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { inObjects } from "../find.ts";
import { type EnvironmentTree, type Invariant, violation } from "../invariant.ts";
import { readAs } from "../read-as.ts";
import { type PodOwner, podOwners } from "../workload.ts";
import { selected } from "./label-selector.ts";

export const budgetSelectsOneWorkload: Invariant<EnvironmentTree> = {
  name: "budget-selects-one-workload",
  code: "E_REF",
  severity: "error",
  reason:
    "A PodDisruptionBudget that selects no pod protects nothing, and one for several workloads counts their pods together.",
  remedy: "Select the pods of exactly one workload.",
  find: inObjects("PodDisruptionBudget", (budget, { objects }) => {
    const guarded = guardedBy(budget, podOwners(objects)).length;
    return guarded === 1 ? [] : [`The budget selects ${guarded} workloads.`];
  }),
};

export const budgetsDoNotOverlap: Invariant<EnvironmentTree> = {
  name: "budgets-do-not-overlap",
  code: "E_REF",
  severity: "error",
  reason: "The API server evicts no pod that two budgets select, so its node can never be drained.",
  remedy: "Leave one budget for the workload.",
  find: ({ objects }) => {
    const owners = podOwners(objects);
    const budgets = objects
      .filter(({ kind }) => kind === "PodDisruptionBudget")
      .map((budget) => ({ name: budget.metadata.name, guarded: guardedBy(budget, owners) }));
    return owners.flatMap((owner) => {
      const names = budgets.filter(({ guarded }) => guarded.includes(owner)).map(({ name }) => name);
      if (names.length < 2) return [];
      return [violation(owner.object, `Its pods are under ${names.length} budgets: ${names.join(", ")}.`)];
    });
  },
};

function guardedBy({ spec }: KubernetesObject, owners: readonly PodOwner[]): PodOwner[] {
  return selected(readAs<{ selector?: unknown }>(spec, { selector: "any" })?.selector, owners);
}
