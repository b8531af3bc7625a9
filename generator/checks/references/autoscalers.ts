import { inObjects } from "../find.ts";
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
  find: inObjects("HorizontalPodAutoscaler", ({ spec }, { objects }) => {
    const { scaleTargetRef } =
      readAs<{ scaleTargetRef?: Target }>(spec, { scaleTargetRef: { kind: "name", name: "name" } }) ?? {};
    if (scaleTargetRef === undefined) return ["It scales nothing."];
    const exists = objects.some(({ kind, metadata }) => kind === scaleTargetRef.kind && metadata.name === scaleTargetRef.name);
    return exists ? [] : [`It scales ${scaleTargetRef.kind} ${scaleTargetRef.name}, which does not exist.`];
  }),
};
