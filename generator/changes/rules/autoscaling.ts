import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { readNumber } from "../value.ts";
import { onChange, onRemoval, onResult, type Rule, when } from "./rule.ts";

/** Without an autoscaler, or before it has begun, the API server takes one pod for a number that nobody says. */
export const replicasLeftOut: Rule = onChange(({ before, after }) => {
  const old = numberOf(before);
  return when(
    old !== undefined && numberOf(after) === undefined,
    "medium",
    `Git no longer says that ${old} pods run: an autoscaler counts them from now on.`,
  );
});

/** An autoscaler may have had more or fewer. */
export const replicasFixed: Rule = onChange(({ before, after }) => {
  const now = numberOf(after);
  return when(
    now !== undefined && numberOf(before) === undefined,
    "medium",
    `It runs ${now} pods from now on, whatever an autoscaler had last.`,
  );
});

/** The fields of its fewest and its most pods. */
const BOUNDS: Readonly<Record<string, readonly string[]>> = {
  HorizontalPodAutoscaler: ["minReplicas", "maxReplicas"],
  ScaledObject: ["minReplicaCount", "maxReplicaCount"],
};

/** Less room to grow, or a lower floor. */
export const autoscalerNarrowed: Rule = onChange(({ before, after }) =>
  (BOUNDS[after.kind] ?? []).flatMap((field) => {
    const [old = 1, now = 1] = [before, after].map((object) => readNumber(object, "spec", field));
    return when(now < old, "medium", `Its ${field} falls from ${old} to ${now}: the pods that stay carry the whole load.`);
  }),
);

/** KEDA takes an autoscaler of the name over; in a cluster without KEDA nobody counts, and Argo CD cannot even apply it. */
export const kedaCounts: Rule = onResult(({ kind }, before) =>
  when(
    kind === "ScaledObject" && before === undefined,
    "medium",
    "KEDA counts the pods from now on, by a HorizontalPodAutoscaler of its name that it makes or takes over. The cluster must have KEDA.",
  ),
);

/** The number stays as it was last, in whatever load. */
export const autoscalerRemoved: Rule = onRemoval(({ kind }) =>
  when(
    BOUNDS[kind] !== undefined,
    "medium",
    "The number of pods stands still where it is, until another autoscaler counts them or Git says one.",
  ),
);

function numberOf(object: KubernetesObject): number | undefined {
  return object.kind === "Deployment" ? readNumber(object, "spec", "replicas") : undefined;
}
