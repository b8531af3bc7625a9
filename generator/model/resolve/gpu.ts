import type { Gpu } from "../environment.ts";
import type { Section } from "./settings.ts";
import { take } from "./take.ts";

export type GpuSettings = NonNullable<NonNullable<Section<"milvus">["roles"]>["queryNode"]>["gpu"];

/** Undefined for a role without GPUs. */
export function resolveGpu(path: string, settings: GpuSettings): Gpu | undefined {
  if ((settings?.count ?? 0) === 0) return undefined;
  return { ...take(path, settings, "count", "resource", "rollOut"), runtimeClassName: settings?.runtimeClassName };
}
