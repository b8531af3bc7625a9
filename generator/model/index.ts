import type { Config, EnvironmentConfig } from "../config/config.ts";
import type { PlatformFile } from "../config/schema/platform.ts";
import type { Finding } from "../errors.ts";
import type { Environment, Platform } from "./environment.ts";
import { resolveEnvironment, resolvePlatform } from "./resolve/index.ts";
import { findings } from "./rules/findings.ts";
import { ACROSS_RULES, COMPLETE_RULES, RULES } from "./rules/index.ts";
import { platformFindings } from "./rules/platform/index.ts";
import { requirements } from "./rules/requirements/index.ts";
import type { RuleContext, Told } from "./rules/rule.ts";
import { unusedFields } from "./rules/unused/index.ts";

/** What is to be deployed, and all that is wrong with it. With an error among the findings nothing may be written. */
export interface Resolved {
  readonly platform: Platform;
  /** Those of which enough is known. */
  readonly environments: readonly Environment[];
  readonly findings: readonly Finding[];
}

/** Settings to complete environments, which are then held against every rule. */
export function resolveConfig(config: Config): Resolved {
  const { platform, environments, isComplete } = config;
  const missing = environments.flatMap((config) => requirements(config.settings).map((problem) => ({ config, problem })));
  const incomplete = new Set(missing.map(({ config }) => config));
  const contexts = environments.filter((config) => !incomplete.has(config)).map((config) => ruleContext(platform, config));
  const isWhole = isComplete && incomplete.size === 0;
  const told = [...missing, ...contexts.flatMap(withRules), ...acrossRules(isWhole).flatMap((rule) => rule(contexts))];
  const resolved = { platform: resolvePlatform(platform), environments: contexts.map(({ environment }) => environment) };
  return { ...resolved, findings: [...platformFindings(config, { ...resolved, isWhole }), ...findings(told)] };
}

function ruleContext(platform: PlatformFile, config: EnvironmentConfig): RuleContext {
  const environment = resolveEnvironment(platform, config);
  const isProduction = config.profile.base === "production";
  return { environment, config, platform, isProduction, unused: unusedFields(environment, config.settings) };
}

function withRules(context: RuleContext): Told[] {
  return RULES.flatMap((rule) => rule(context)).map((problem) => ({ config: context.config, problem }));
}

function acrossRules(isWhole: boolean) {
  return isWhole ? [...ACROSS_RULES, ...COMPLETE_RULES] : ACROSS_RULES;
}
