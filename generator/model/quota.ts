import type { ResourceRequirements } from "./workload.ts";

/** How much of the cluster the environment's namespace may take. */
export interface Quota {
  readonly enabled: boolean;
  /** Percent that is added to what the environment itself can need. */
  readonly headroom: number;
  /** What a container gets that says nothing itself, as hand-written ones may. */
  readonly containers: ResourceRequirements;
}
