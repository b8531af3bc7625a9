import type { Gpu } from "./gpu.ts";
import type { Autoscaling, Image, Workload } from "./workload.ts";

export type RoleName =
  | "proxy"
  | "rootCoord"
  | "dataCoord"
  | "queryCoord"
  | "mixCoord"
  | "streamingNode"
  | "queryNode"
  | "dataNode"
  | "indexNode";

export interface Milvus {
  readonly version: string;
  readonly family: Family;
  /** What every role runs: the build for GPUs where one of them has any. */
  readonly image: Image;
  /** `dedicated` runs rootcoord, datacoord and querycoord apart; 2.6 has only `mixed`. */
  readonly coordinators: "mixed" | "dedicated";
  /** In roll-out order: what this family and topology runs, the nodes of a resource group after those of none. */
  readonly roles: readonly Role[];
  /** Merged over the generated configuration file. */
  readonly config: Readonly<Record<string, unknown>>;
  readonly readOnlyRootFilesystem: boolean;
}

export type Family = "2.3" | "2.4" | "2.5" | "2.6";

export interface Role extends Workload {
  readonly name: RoleName;
  /** The resource group that its pods join; undefined for the role's own, which join Milvus' default group. */
  readonly group: string | undefined;
  readonly env: Readonly<Record<string, string>>;
  /** Milvus keys of this role alone, `queryNode.gracefulStopTimeout`; they reach it as environment variables. */
  readonly config: Readonly<Record<string, string>>;
  /** Size of /var/lib/milvus. */
  readonly localStorage: string;
  /** Class of the volume that it is; undefined where it is an emptyDir on the node's disk. */
  readonly localStorageClass: string | undefined;
  /** Undefined where `replicas` is the number of pods; otherwise it is the fewest. */
  readonly autoscaling: Autoscaling | undefined;
  /** Undefined for a role without. */
  readonly gpu: Gpu | undefined;
}
