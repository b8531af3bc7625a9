import type { EnvironmentConfig } from "../../../config/config.ts";
import { warning } from "../problem.ts";
import type { AcrossRule, RuleContext, Told } from "../rule.ts";
import type { UnusedField } from "../unused/unused-field.ts";

/** A field of a profile that none of its environments reads. One of them may read it soon, so this only warns. */
export const unusedInProfiles: AcrossRule = (contexts) => {
  const environments = contexts.map(({ config, unused }) => ({ config, fields: new Set(unused.map(({ field }) => field)) }));
  return [...candidates(contexts).values()]
    .filter(({ profile, field }) => environments.every(({ config, fields }) => fields.has(field) || !buildsOn(config, profile)))
    .map(({ told }) => told);
};

interface Candidate {
  readonly profile: string;
  readonly field: string;
  readonly told: Told;
}

/** By profile and field: what a profile says and at least one of its environments does not read. */
function candidates(contexts: readonly RuleContext[]): Map<string, Candidate> {
  const found = new Map<string, Candidate>();
  for (const { config, unused } of contexts) {
    for (const one of unused) {
      const { profile } = config.origin(one.path);
      const key = `${profile} ${one.field}`;
      if (profile !== undefined && !found.has(key)) found.set(key, { profile, field: one.field, told: tell(config, one) });
    }
  }
  return found;
}

function buildsOn(config: EnvironmentConfig, profile: string): boolean {
  let next: EnvironmentConfig["profile"] | undefined = config.profile;
  while (next !== undefined && next.name !== profile) next = next.parent;
  return next !== undefined;
}

function tell(config: EnvironmentConfig, { path, because }: UnusedField): Told {
  const text = {
    message: "The field has no effect in any environment of the profile.",
    reason: `In environment ${config.name}, ${because}.`,
    remedy: "Remove it, or change the other field.",
  };
  return { config, problem: warning(path, "E_UNUSED", text) };
}
