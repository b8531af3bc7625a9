import type { Identity } from "../model/identities.ts";
import { selectorLabels } from "../model/labels.ts";
import { metadata } from "./metadata.ts";
import type { Resource } from "./resource.ts";

/**
 * A PodDisruptionBudget of `maxUnavailable` pods, or none where that would be zero: a budget of zero blocks every node drain.
 * Pods of a quorum that are not ready may be resyncing, hence `IfHealthyBudget`; pods without state may always go.
 */
export function disruptionBudget(
  identity: Identity,
  maxUnavailable: number,
  unhealthyPodEvictionPolicy: "IfHealthyBudget" | "AlwaysAllow",
  wave: number,
): readonly Resource[] {
  if (maxUnavailable === 0) return [];
  return [
    {
      file: "poddisruptionbudget",
      object: {
        apiVersion: "policy/v1",
        kind: "PodDisruptionBudget",
        metadata: metadata(identity, identity.name, wave),
        spec: { maxUnavailable, selector: { matchLabels: selectorLabels(identity) }, unhealthyPodEvictionPolicy },
      },
    },
  ];
}

/** How many members of a quorum may leave while the rest can still outvote them: 3 lets 1 go, 5 lets 2. */
export function quorumLosses(members: number): number {
  return Math.floor((members - 1) / 2);
}
