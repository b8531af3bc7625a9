import { type EnvironmentTree, type Invariant, violation } from "../invariant.ts";
import { podOwners } from "../workload.ts";
import { budgets } from "./budgets.ts";
import { toleratedLosses } from "./tolerated-losses.ts";

/** A node is drained pod by pod, and each of them asks its budget. */
export const budgetLetsOneGo: Invariant<EnvironmentTree> = {
  name: "budget-lets-one-go",
  code: "E_QUORUM",
  severity: "error",
  reason: "A budget that lets no pod go blocks every node drain for ever.",
  remedy: "Set maxUnavailable: 1.",
  find: ({ objects }) =>
    budgets(objects)
      .filter(({ allowed }) => !(allowed >= 1))
      .map(({ object, replicas, allowed }) => violation(object, `It lets ${allowed} of ${replicas} pods go.`)),
};

export const budgetKeepsQuorum: Invariant<EnvironmentTree> = {
  name: "budget-keeps-quorum",
  code: "E_QUORUM",
  severity: "error",
  reason: "A drain of several nodes at once would take more pods than the store can do without, and writes stop.",
  remedy: "Set maxUnavailable to what the store survives, or run more members.",
  find: ({ objects }) =>
    budgets(objects).flatMap(({ object, owner, allowed, replicas }) => {
      const tolerated = toleratedLosses(owner, objects);
      if (tolerated === undefined || allowed <= tolerated) return [];
      return [violation(object, `It lets ${allowed} of ${replicas} pods go, and the store survives the loss of ${tolerated}.`)];
    }),
};

export const budgetHasSeveralPods: Invariant<EnvironmentTree> = {
  name: "budget-has-several-pods",
  code: "E_QUORUM",
  severity: "error",
  reason: "For a single pod a budget either blocks every node drain or protects nothing.",
  remedy: "Remove the PodDisruptionBudget, or run more replicas.",
  find: ({ objects }) =>
    budgets(objects)
      .filter(({ replicas }) => replicas <= 1)
      .map(({ object, owner }) => violation(object, `${owner.object.kind} ${owner.object.metadata.name} runs one pod.`)),
};

/** The default may change, and the right value differs: pods of a quorum that are not ready may be resyncing. */
export const budgetSaysUnhealthyPolicy: Invariant<EnvironmentTree> = {
  name: "budget-says-unhealthy-policy",
  code: "E_QUORUM",
  severity: "error",
  reason: "Whether a drain may take pods that are not ready decides between a stuck drain and a lost copy.",
  remedy: "Set unhealthyPodEvictionPolicy: IfHealthyBudget for a store, and AlwaysAllow for pods without data.",
  find: ({ objects }) =>
    objects
      .filter(({ kind, spec }) => kind === "PodDisruptionBudget" && !("unhealthyPodEvictionPolicy" in Object(spec)))
      .map((object) => violation(object, "It does not set unhealthyPodEvictionPolicy.")),
};

export const quorumHasBudget: Invariant<EnvironmentTree> = {
  name: "quorum-has-budget",
  code: "E_QUORUM",
  severity: "error",
  reason: "Without a budget the drain of several nodes at once takes a majority, and the store stops.",
  remedy: "Add a PodDisruptionBudget with maxUnavailable: 1.",
  find: ({ objects }) => {
    const covered = new Set(budgets(objects).map(({ owner }) => owner.object));
    return podOwners(objects)
      .filter((owner) => (toleratedLosses(owner, objects) ?? 0) > 0 && !covered.has(owner.object))
      .map(({ object, replicas = 1 }) => violation(object, `No PodDisruptionBudget covers its ${replicas} pods.`));
  },
};
