import type { Code } from "../../../config/codes.ts";
import type { ProblemText } from "../../../config/problem.ts";
import { error } from "../problem.ts";
import type { RuleContext, Told } from "../rule.ts";

/** Something that only one environment may have. */
export interface Exclusive {
  /** Equal for environments that clash; undefined for those that do not have it. */
  readonly key: (context: RuleContext) => string | undefined;
  readonly field: (context: RuleContext) => string;
  readonly code: Code;
  readonly text: (first: string, context: RuleContext) => ProblemText;
}

/** A problem for every environment but the first that has the same as one before it. */
export function clashes(contexts: readonly RuleContext[], { key, field, code, text }: Exclusive): Told[] {
  const first = new Map<string, string>();
  return contexts.flatMap((context) => {
    const own = key(context);
    if (own === undefined) return [];
    const owner = first.get(own);
    if (owner === undefined) first.set(own, context.environment.name);
    return owner === undefined ? [] : [{ config: context.config, problem: error(field(context), code, text(owner, context)) }];
  });
}
