import { inPods } from "../find.ts";
import { type EnvironmentTree, type Invariant, violation } from "../invariant.ts";
import { type Scaler, scalers } from "../scalers.ts";

export const autoscalerTargetExists: Invariant<EnvironmentTree> = {
  name: "autoscaler-target-exists",
  code: "E_REF",
  severity: "error",
  reason: "An autoscaler without its target scales nothing.",
  remedy: "Name a workload of the environment in scaleTargetRef.",
  find: ({ objects }) =>
    scalers(objects).flatMap(({ object, target }) => {
      if (target === undefined) return [violation(object, "It scales nothing.")];
      const exists = objects.some(({ kind, metadata }) => kind === target.kind && metadata.name === target.name);
      return exists ? [] : [violation(object, `It scales ${target.kind} ${target.name}, which does not exist.`)];
    }),
};

export const autoscalerCountsAlone: Invariant<EnvironmentTree> = {
  name: "autoscaler-counts-alone",
  code: "E_RANGE",
  severity: "error",
  reason: "A number of replicas in Git and an autoscaler, or two autoscalers, undo each other's work, for ever.",
  remedy: "Leave out spec.replicas of what is scaled, and let one autoscaler count it.",
  find: inPods(({ object: { kind, metadata }, replicas }, { objects }) => {
    const own = scalers(objects).filter(({ target }) => target?.kind === kind && target.name === metadata.name);
    return [
      ...(own.length > 0 && replicas !== undefined ? [`It says ${replicas} replicas, and an autoscaler counts them.`] : []),
      ...(own.length > 1 ? [`${own.map(nameOf).join(" and ")} count its pods.`] : []),
    ];
  }),
};

function nameOf({ object: { kind, metadata } }: Scaler): string {
  return `${kind} ${metadata.name}`;
}

/** KEDA alone can; what has gone takes minutes to come, and Milvus has nobody that holds requests for so long. */
export const scaledObjectKeepsPods: Invariant<EnvironmentTree> = {
  name: "scaled-object-keeps-pods",
  code: "E_RANGE",
  severity: "error",
  reason: "Without a pod nobody answers, and nothing that KEDA asks may rise again.",
  remedy: "Set spec.minReplicaCount to 1 or more, and leave out spec.idleReplicaCount.",
  find: ({ objects }) =>
    scalers(objects).flatMap(({ object, minReplicas = 0 }) => {
      if (object.kind !== "ScaledObject") return [];
      const { idleReplicaCount } = (object.spec ?? {}) as { readonly idleReplicaCount?: unknown };
      return [
        ...(minReplicas > 0 ? [] : [violation(object, "It may scale to zero.")]),
        ...(idleReplicaCount === 0 ? [violation(object, "It scales to zero when it is idle.")] : []),
      ];
    }),
};
