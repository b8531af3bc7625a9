import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { readNumber } from "../value.ts";
import { onChange, type Rule, when } from "./rule.ts";

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

/** Less room to grow, or a lower floor. */
export const autoscalerNarrowed: Rule = onChange(({ before, after }) => {
  if (after.kind !== "HorizontalPodAutoscaler") return [];
  return ["minReplicas", "maxReplicas"].flatMap((field) => {
    const [old = 1, now = 1] = [before, after].map((object) => readNumber(object, "spec", field));
    return when(now < old, "medium", `Its ${field} falls from ${old} to ${now}: the pods that stay carry the whole load.`);
  });
});

function numberOf(object: KubernetesObject): number | undefined {
  return object.kind === "Deployment" ? readNumber(object, "spec", "replicas") : undefined;
}
