import type { Settings } from "../../config/schema/settings.ts";

/** A section of merged settings: `Section<"etcd">`. */
export type Section<K extends keyof Settings> = NonNullable<Settings[K]>;

type Workloads = Section<"etcd">;

/** What every workload can be told, as it stands in merged settings. */
export type WorkloadSettings = Pick<
  Workloads,
  "replicas" | "resources" | "nodeSelector" | "tolerations" | "priorityClassName" | "labels" | "annotations"
>;
export type VolumeSettings = NonNullable<Workloads["storage"]>;
export type ImageSettings = NonNullable<Workloads["image"]>;
