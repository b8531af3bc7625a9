import type { LiveObject } from "../../support/live-object.ts";

export interface Container {
  readonly name: string;
  readonly image: string;
  readonly args?: readonly string[];
  readonly env?: readonly { readonly name: string; readonly value?: string }[];
}

export interface WorkloadSpec {
  readonly replicas: number;
  readonly selector: { readonly matchLabels: Readonly<Record<string, string>> };
  readonly template: {
    readonly spec: {
      readonly securityContext: object;
      readonly initContainers?: readonly Container[];
      readonly containers: readonly [Container];
    };
  };
}

export interface WorkloadStatus {
  readonly observedGeneration?: number;
  readonly updatedReplicas?: number;
  readonly readyReplicas?: number;
}

export type Workload = LiveObject<WorkloadSpec, WorkloadStatus> & { readonly spec: WorkloadSpec };

/** A Deployment or StatefulSet. */
export function isWorkload(object: LiveObject): object is Workload {
  return object.kind === "Deployment" || object.kind === "StatefulSet";
}

/** Whether every replica runs what the object says now and is Ready. */
export function isRolledOut({ metadata, spec, status = {} }: Workload): boolean {
  const isSeen = (status.observedGeneration ?? 0) >= (metadata.generation ?? 0);
  return isSeen && [status.updatedReplicas, status.readyReplicas].every((count = 0) => count === spec.replicas);
}

/** All containers of a pod, in the order in which they start. */
export function containersOf({ spec }: Workload): readonly Container[] {
  const { initContainers = [], containers } = spec.template.spec;
  return [...initContainers, ...containers];
}

/** What chooses the pods of a workload, as kubectl takes it. */
export function selectorOf({ spec }: Workload): string {
  return Object.entries(spec.selector.matchLabels)
    .map(([label, value]) => `${label}=${value}`)
    .join(",");
}
