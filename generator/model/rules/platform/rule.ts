import type { Environment, Platform } from "../../environment.ts";
import type { Problem } from "../problem.ts";

/** What gitops.yaml asks for, beside the environments. */
export interface PlatformContext {
  readonly platform: Platform;
  readonly environments: readonly Environment[];
  /** Whether these are all that there are, so that "no environment does" can be said. */
  readonly isWhole: boolean;
}

/** What is wrong with gitops.yaml; paths are its own. */
export type PlatformRule = (context: PlatformContext) => readonly Problem[];
