import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { type ObjectProblem, problemOf } from "../problem.ts";
import { type PodOwner, podOwners, selects } from "../workload.ts";

/** Workloads that do not own their own pods, and budgets that guard none or several. */
export function checkSelectors(objects: readonly KubernetesObject[]): ObjectProblem[] {
  const owners = podOwners(objects);
  const budgets = objects.filter(({ kind }) => kind === "PodDisruptionBudget");
  return [
    ...owners.flatMap(ownPods),
    ...budgets.flatMap((budget) => oneWorkload(budget, owners)),
    ...overlaps(budgets, owners),
  ];
}

function ownPods(owner: PodOwner): ObjectProblem[] {
  if (selects(owner.selector, owner.podLabels)) return [];
  return [
    problemOf(
      "E_REF",
      owner.object,
      "The selector does not match the labels of the pod template.",
      "Give the template every label of the selector.",
    ),
  ];
}

function oneWorkload(budget: KubernetesObject, owners: readonly PodOwner[]): ObjectProblem[] {
  const guarded = owners.filter((owner) => guards(budget, owner)).length;
  if (guarded === 1) return [];
  return [problemOf("E_REF", budget, `The budget selects ${guarded} workloads.`, "Select the pods of exactly one workload.")];
}

function overlaps(budgets: readonly KubernetesObject[], owners: readonly PodOwner[]): ObjectProblem[] {
  return owners
    .filter((owner) => budgets.filter((budget) => guards(budget, owner)).length > 1)
    .map(({ object }) =>
      problemOf("E_REF", object, "Pods under two budgets cannot be evicted at all.", "Leave one budget for the workload."),
    );
}

function guards(budget: KubernetesObject, owner: PodOwner): boolean {
  const { selector } = budget.spec as { selector: { matchLabels?: Record<string, string> } };
  return selects(selector.matchLabels ?? {}, owner.podLabels);
}
