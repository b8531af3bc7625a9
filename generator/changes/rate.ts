import type { ObjectChange, Reason, Verdict } from "./change.ts";
import { addressOf } from "./object-id.ts";
import type { ChangedPair, Pair } from "./pair.ts";
import { compareRisk } from "./risk.ts";
import { OTHERWISE, RULES, type RuleName } from "./rules/index.ts";
import type { Rule } from "./rules/rule.ts";
import { compareText } from "./value.ts";

/** What the rules say of one object, the highest risk first. */
export function ratePair(pair: Pair | ChangedPair): readonly Verdict[] {
  const verdicts = apply(RULES, pair);
  return verdicts.length > 0 ? verdicts : apply(OTHERWISE, pair);
}

function apply(rules: Readonly<Partial<Record<RuleName, Rule>>>, pair: Pair | ChangedPair): Verdict[] {
  const found = Object.entries(rules).flatMap(([rule, judge]) =>
    judge(pair).map(({ risk, message }) => ({ risk, rule, message })),
  );
  return unique(found).sort(compareVerdicts);
}

/** Containers of one pod often get the same verdict. */
function unique(verdicts: readonly Verdict[]): Verdict[] {
  return [...new Map(verdicts.map((verdict) => [keyOf(verdict), verdict])).values()];
}

/** The verdicts on all objects, each once. */
export function collectReasons(objects: readonly ObjectChange[]): Reason[] {
  const reasons = new Map<string, Verdict & { objects: string[] }>();
  for (const { object, verdicts } of objects) {
    for (const verdict of verdicts.filter(({ risk }) => risk !== "none")) {
      const reason = reasons.get(keyOf(verdict)) ?? { ...verdict, objects: [] };
      reasons.set(keyOf(verdict), reason);
      reason.objects.push(addressOf(object));
    }
  }
  return [...reasons.values()].sort(compareVerdicts);
}

function keyOf({ risk, rule, message }: Verdict): string {
  return [risk, rule, message].join("\0");
}

function compareVerdicts(a: Verdict, b: Verdict): number {
  return compareRisk(a.risk, b.risk) || compareText(a.rule, b.rule) || compareText(a.message, b.message);
}
