import type { Milvus } from "./milvus.ts";

/** GPUs of each pod of a role. */
export interface Gpu {
  readonly count: number;
  /** `nvidia.com/gpu` */
  readonly resource: string;
  /** Undefined where the cluster's default runtime passes GPUs on. */
  readonly runtimeClassName: string | undefined;
  /** Whether a roll-out starts a new pod first, which needs free GPUs, or stops an old one first. */
  readonly rollOut: "surge" | "replace";
}

/**
 * Whether Milvus is the build for GPUs. One role is enough: proxies refuse an index that their own build does not know, so a GPU
 * index can only be made where all run the larger image (milvus#45597).
 */
export function runsOnGpus({ roles }: Pick<Milvus, "roles">): boolean {
  return roles.some(({ gpu }) => gpu !== undefined);
}
