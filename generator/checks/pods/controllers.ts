import { inObjects } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";

/** Kubescape C-0073. */
export const podHasController: Invariant<EnvironmentTree> = {
  name: "pod-has-controller",
  code: "E_OBJECT",
  severity: "error",
  reason: "A pod without a controller is gone for good when its node is drained.",
  remedy: "Make it a Deployment, a StatefulSet or a Job.",
  find: inObjects(undefined, ({ kind }) => (kind === "Pod" || kind === "ReplicaSet" ? [`It is a bare ${kind}.`] : [])),
};
