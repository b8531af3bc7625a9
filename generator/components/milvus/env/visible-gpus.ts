import { type EnvVar, envValue } from "../../../kubernetes/env.ts";
import type { Environment, Role } from "../../../model/environment.ts";
import { runsOnGpus } from "../../../model/gpu.ts";

/**
 * The build for GPUs derives from `nvidia/cuda`, whose image asks for all GPUs of the node (`NVIDIA_VISIBLE_DEVICES=all`), and
 * NVIDIA's runtime grants that to a pod which requested none. `void` has it do nothing. A pod with GPUs is told by the device plugin.
 */
export function visibleGpus({ milvus }: Environment, role: Role): EnvVar[] {
  return runsOnGpus(milvus) && role.gpu === undefined ? [envValue("NVIDIA_VISIBLE_DEVICES", "void")] : [];
}
