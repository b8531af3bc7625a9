import type { EnvironmentTree, Invariant, PlatformTree } from "../invariant.ts";
import { digestsWhole, imagesTagged } from "./exact-images.ts";
import { gpuPodsRunGpuBuild } from "./gpu-build.ts";
import { imagesMaintained } from "./maintained.ts";
import { oneVersion } from "./one-version.ts";
import { registriesAllowed } from "./registries.ts";

/** What runs is known exactly. */
export const IMAGES: readonly Invariant<EnvironmentTree>[] = [
  imagesTagged,
  digestsWhole,
  oneVersion,
  imagesMaintained,
  gpuPodsRunGpuBuild,
];

/** What only the platform says. */
export const IMAGES_ACROSS: readonly Invariant<PlatformTree>[] = [registriesAllowed];
