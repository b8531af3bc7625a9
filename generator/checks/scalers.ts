import type { KubernetesObject } from "../kubernetes/resource.ts";
import { readAs } from "./read-as.ts";

/** What counts the pods of a workload: a HorizontalPodAutoscaler, or the ScaledObject of which KEDA makes one. */
export interface Scaler {
  readonly object: KubernetesObject;
  /** Undefined where it names none. */
  readonly target: { readonly kind: string; readonly name: string } | undefined;
  readonly minReplicas: number | undefined;
  readonly maxReplicas: number | undefined;
}

export function scalers(objects: readonly KubernetesObject[]): Scaler[] {
  return objects.flatMap((object) => READERS[object.kind]?.(object) ?? []);
}

/** The autoscaler of a workload, if it has one. */
export function scalerOf(workload: KubernetesObject, objects: readonly KubernetesObject[]): Scaler | undefined {
  return scalers(objects).find(({ target }) => target?.kind === workload.kind && target.name === workload.metadata.name);
}

const READERS: Readonly<Record<string, (object: KubernetesObject) => Scaler>> = {
  HorizontalPodAutoscaler: autoscaler,
  ScaledObject: scaledObject,
};

interface AutoscalerSpec {
  readonly scaleTargetRef?: { readonly kind: string; readonly name: string };
  readonly minReplicas?: number;
  readonly maxReplicas?: number;
}

function autoscaler(object: KubernetesObject): Scaler {
  const shape = { scaleTargetRef: { kind: "name", name: "name" }, minReplicas: "number", maxReplicas: "number" } as const;
  const { scaleTargetRef, minReplicas, maxReplicas } = readAs<AutoscalerSpec>(object.spec, shape) ?? {};
  return { object, target: scaleTargetRef, minReplicas, maxReplicas };
}

interface ScaledObjectSpec {
  readonly scaleTargetRef?: { readonly kind?: string; readonly name: string };
  readonly minReplicaCount?: number;
  readonly maxReplicaCount?: number;
}

/** A target that says no kind is a Deployment. */
function scaledObject(object: KubernetesObject): Scaler {
  const target = { kind: "text", name: "name" } as const;
  const shape = { scaleTargetRef: target, minReplicaCount: "number", maxReplicaCount: "number" } as const;
  const { scaleTargetRef, minReplicaCount, maxReplicaCount } = readAs<ScaledObjectSpec>(object.spec, shape) ?? {};
  return {
    object,
    target: scaleTargetRef && { kind: "Deployment", ...scaleTargetRef },
    minReplicas: minReplicaCount,
    maxReplicas: maxReplicaCount,
  };
}
