import type { LiveObject } from "../../support/live-object.ts";

interface WorkloadSpec {
  readonly replicas: number;
  readonly template: { readonly spec: { readonly containers: readonly [{ readonly image: string }] } };
}

interface WorkloadStatus {
  readonly observedGeneration?: number;
  readonly replicas?: number;
  readonly updatedReplicas?: number;
  readonly readyReplicas?: number;
  readonly availableReplicas?: number;
}

/** A Deployment or StatefulSet. */
export type Workload = LiveObject<WorkloadSpec, WorkloadStatus>;

export function isWorkload(object: LiveObject): object is Workload {
  return object.kind === "Deployment" || object.kind === "StatefulSet";
}

/**
 * Whether every replica runs what the object says now: what Argo CD calls healthy, and so what a wave waits for. All three
 * counts are needed, because while a Deployment surges the available pod may be the old one.
 */
export function isReady({ kind, metadata, spec, status = {} }: Workload): boolean {
  if ((status.observedGeneration ?? 0) < (metadata.generation ?? 0)) return false;
  const good = kind === "Deployment" ? status.availableReplicas : status.readyReplicas;
  return [status.replicas, status.updatedReplicas, good].every((count = 0) => count === spec?.replicas);
}

export function imageOf({ spec }: Workload): string | undefined {
  return spec?.template.spec.containers[0].image;
}
