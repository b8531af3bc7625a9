import type { Rule } from "../rule.ts";
import { gpuBuild } from "./build.ts";
import { gpuPair } from "./pair.ts";
import { gpuRoles } from "./roles.ts";
import { gpuRollOut } from "./roll-out.ts";

/** What roles with GPUs need of their family, of each other, of the image and of a roll-out. */
export const GPU_RULES: readonly Rule[] = [gpuRoles, gpuPair, gpuBuild, gpuRollOut];
