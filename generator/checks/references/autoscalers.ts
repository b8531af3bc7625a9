import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { inObjects, inPods } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { readAs } from "../read-as.ts";

interface Target {
  readonly kind: string;
  readonly name: string;
}

export const autoscalerTargetExists: Invariant<EnvironmentTree> = {
  name: "autoscaler-target-exists",
  code: "E_REF",
  severity: "error",
  reason: "A HorizontalPodAutoscaler without its target scales nothing.",
  remedy: "Name a workload of the environment in scaleTargetRef.",
  find: inObjects("HorizontalPodAutoscaler", (scaler, { objects }) => {
    const scaleTargetRef = targetOf(scaler);
    if (scaleTargetRef === undefined) return ["It scales nothing."];
    const exists = objects.some(({ kind, metadata }) => kind === scaleTargetRef.kind && metadata.name === scaleTargetRef.name);
    return exists ? [] : [`It scales ${scaleTargetRef.kind} ${scaleTargetRef.name}, which does not exist.`];
  }),
};

export const autoscalerCountsAlone: Invariant<EnvironmentTree> = {
  name: "autoscaler-counts-alone",
  code: "E_RANGE",
  severity: "error",
  reason: "A number of replicas in Git and an autoscaler undo each other's work, for ever.",
  remedy: "Leave out spec.replicas of what a HorizontalPodAutoscaler scales.",
  find: inPods(({ object: { kind, metadata }, replicas }, { objects }) => {
    const scalers = objects.filter((object) => object.kind === "HorizontalPodAutoscaler").map(targetOf);
    const isScaled = scalers.some((target) => target?.kind === kind && target.name === metadata.name);
    return isScaled && replicas !== undefined ? [`It says ${replicas} replicas, and an autoscaler counts them.`] : [];
  }),
};

function targetOf({ spec }: KubernetesObject): Target | undefined {
  return readAs<{ scaleTargetRef?: Target }>(spec, { scaleTargetRef: { kind: "name", name: "name" } })?.scaleTargetRef;
}
