import { error, type Problem } from "../model/rules/problem.ts";
import { type Acknowledgement, speaksOf } from "./acknowledgement.ts";
import { acknowledgementProblems } from "./acknowledgement-problems.ts";
import { type RefusedChange, refusedChanges } from "./changes.ts";
import type { Facts } from "./facts.ts";
import { fieldOf } from "./field.ts";

/** What is compared of one environment. */
export interface Comparison {
  /** What was recorded when it was generated before; undefined for one that is generated for the first time. */
  readonly before: Facts | undefined;
  readonly after: Facts;
  readonly acknowledgements: readonly Acknowledgement[];
}

/** Changes that lose or orphan data or that the API server refuses, and acknowledgements that fit none. */
export function lockProblems(comparison: Comparison): Problem[] {
  const { before, after, acknowledgements } = comparison;
  const refused = before === undefined ? [] : refusedChanges(before, after);
  const open = refused.filter(({ change, refusal }) => {
    return !refusal.canBeAcknowledged || !acknowledgements.some((acknowledgement) => speaksOf(acknowledgement, change));
  });
  return [...open.map(changeProblem), ...acknowledgementProblems(comparison)];
}

function changeProblem({ change: { fact, from, to }, refusal }: RefusedChange): Problem {
  const { canBeAcknowledged, reason, runbook } = refusal;
  const page = `docs/runbooks/${runbook}.md`;
  return error(fieldOf(fact), "E_IMMUTABLE", {
    message: `${fact} is ${from} on record and would ${to === undefined ? "be gone" : `become ${to}`}.`,
    reason,
    remedy:
      canBeAcknowledged && to !== undefined
        ? `Follow ${page}; with it goes under acknowledge: ${entry(fact, from, to)}.`
        : `Take it back: this cannot be acknowledged. ${page} says what can be done instead.`,
  });
}

/** Ready to be copied, so every text is quoted as YAML and JSON both want it. */
function entry(fact: string, from: string, to: string): string {
  return `{ change: ${fact}, from: ${JSON.stringify(from)}, to: ${JSON.stringify(to)}, reason: … }`;
}
