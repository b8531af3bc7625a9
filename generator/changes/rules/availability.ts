import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { isMap, read, readMaps, readText } from "../value.ts";
import { containerPairs, graceSecondsOf, isRolling, podOf } from "../workload.ts";
import { onChange, onRemoval, onResult, type Rule, when } from "./rule.ts";

/** Without a budget a drain may take all pods at once. */
export const budgetRemoved: Rule = onRemoval(({ kind }) =>
  when(kind === "PodDisruptionBudget", "medium", "Drains of nodes may take all of its pods at once."),
);

/** More pods may be taken at once than until now. */
export const budgetLoosened: Rule = onChange(({ before, after }) => {
  if (after.kind !== "PodDisruptionBudget") return [];
  const [oldMost, most] = [before, after].map((budget) => amount(budget, "maxUnavailable", Number.POSITIVE_INFINITY));
  const [oldLeast, least] = [before, after].map((budget) => amount(budget, "minAvailable", 0));
  const isLooser = (most ?? 0) > (oldMost ?? 0) || (least ?? 0) < (oldLeast ?? 0);
  return when(isLooser, "medium", "Drains of nodes may take more of its pods at once.");
});

/** A number of pods; a share is compared as a share, and one against the other counts as the number that stands there. */
function amount(budget: KubernetesObject, field: string, missing: number): number {
  const value = read(budget, "spec", field);
  return value === undefined ? missing : Number.parseFloat(String(value));
}

/** A drain that waits for ever is ended by force, by somebody in a hurry. */
export const budgetBlocks: Rule = onResult((after, before) => {
  const blocks = (budget: KubernetesObject | undefined) =>
    ["0", "0%"].includes(String(read(budget, "spec", "maxUnavailable"))) || read(budget, "spec", "minAvailable") === "100%";
  return when(
    after.kind === "PodDisruptionBudget" && blocks(after) && !blocks(before),
    "medium",
    "It allows no disruption: drains of nodes never end.",
  );
});

/** Kubernetes no longer sees that a container hangs, or sends it traffic too early. */
export const probeRemoved: Rule = onChange((pair) =>
  containerPairs(pair.before, pair.after).flatMap(({ name, before, after }) =>
    PROBES.filter((probe) => isMap(before[probe]) && !isMap(after[probe])).flatMap((probe) =>
      when(true, "medium", `The ${probe} of ${name} is gone.`),
    ),
  ),
);

const PROBES = ["livenessProbe", "readinessProbe", "startupProbe"];

/** A pod that is killed before it has handed over loses what it holds for a while. */
export const graceShortened: Rule = onChange(({ before, after }) => {
  const [old, now] = [graceSecondsOf(before), graceSecondsOf(after)];
  return when(
    isRolling(after) && now < old,
    "medium",
    `A pod may take ${now} s to stop instead of ${old} s, and is then killed.`,
  );
});

/** The strategy no longer keeps old pods until new ones are ready. */
export const strategyWeakened: Rule = onChange(({ before, after }) => {
  const type = (object: KubernetesObject) =>
    readText(object, "spec", object.kind === "Deployment" ? "strategy" : "updateStrategy", "type") ?? "RollingUpdate";
  return when(
    isRolling(after) && type(before) === "RollingUpdate" && type(after) !== "RollingUpdate",
    "medium",
    `Pods are replaced by ${type(after)} instead of RollingUpdate.`,
  );
});

/** Pods that may share a node or a zone fall together. */
export const spreadLoosened: Rule = onChange(({ before, after }) => {
  const hosts = (object: KubernetesObject) =>
    readMaps(podOf(object), "affinity", "podAntiAffinity", "requiredDuringSchedulingIgnoredDuringExecution").length;
  const zones = (object: KubernetesObject) =>
    readMaps(podOf(object), "topologySpreadConstraints").filter(
      ({ whenUnsatisfiable }) => whenUnsatisfiable === "DoNotSchedule",
    ).length;
  const isLooser = hosts(after) < hosts(before) || zones(after) < zones(before);
  return when(isLooser, "medium", "Its pods need no longer keep apart, so one node or zone can take several with it.");
});
