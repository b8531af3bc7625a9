import type { EnvironmentConfig } from "../../config/config.ts";
import type { PlatformFile } from "../../config/schema/platform.ts";
import type { Environment } from "../environment.ts";
import type { Problem } from "./problem.ts";
import type { UnusedField } from "./unused/unused-field.ts";

/** An environment with what it was made of. */
export interface RuleContext {
  readonly environment: Environment;
  readonly config: EnvironmentConfig;
  readonly platform: PlatformFile;
  /** Whether its profiles end in `production`, where data must outlive a machine. */
  readonly isProduction: boolean;
  /** What the merged settings say and nothing reads. */
  readonly unused: readonly UnusedField[];
}

/** What is wrong with one environment. */
export type Rule = (context: RuleContext) => readonly Problem[];

/** A problem of one environment among others. */
export interface Told {
  readonly config: EnvironmentConfig;
  readonly problem: Problem;
}

/** What is wrong with several environments together. */
export type AcrossRule = (contexts: readonly RuleContext[]) => readonly Told[];
