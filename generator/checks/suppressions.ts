import type { Environment, Suppression } from "../model/environment.ts";
import type { Problem } from "./broken-invariants.ts";

/** A problem that a person accepts, and why. */
export interface SuppressedProblem extends Problem {
  readonly justification: string;
}

export interface Verdict {
  readonly open: readonly Problem[];
  /** Shown all the same, so that nobody forgets them. */
  readonly suppressed: readonly SuppressedProblem[];
}

/** Parts problems into those that stand and those that an environment's file accepts for this one object. */
export function judge(problems: readonly Problem[], environments: readonly Environment[]): Verdict {
  const accepted = new Map(environments.flatMap(({ suppressions }) => suppressions).map((entry) => [keyOf(entry), entry]));
  const entryOf = ({ invariant, subject }: Problem) => accepted.get(keyOf({ invariant, object: subject }));
  return {
    open: problems.filter((problem) => entryOf(problem) === undefined),
    suppressed: problems.flatMap((problem) => {
      const entry = entryOf(problem);
      return entry === undefined ? [] : [{ ...problem, justification: entry.reason }];
    }),
  };
}

/** Suppressions that hide nothing any more: left alone they would hide the next problem of that object. */
export function unusedSuppressions(environments: readonly Environment[], { suppressed }: Verdict): Problem[] {
  const used = new Set(suppressed.map(({ invariant, subject }) => keyOf({ invariant, object: subject })));
  return environments.flatMap(({ name, suppressions }) =>
    suppressions.filter((entry) => !used.has(keyOf(entry))).map((entry) => unused(name, entry)),
  );
}

function unused(environment: string, { invariant, object }: Suppression): Problem {
  return {
    invariant: "suppression-is-used",
    code: "E_UNUSED",
    severity: "error",
    subject: `overlays/${environment}/environment.yaml`,
    message: `The suppression of ${invariant} for ${object} hides nothing.`,
    reason: "It would hide the next problem of that object, which nobody has looked at.",
    remedy: "Remove it, or correct the names of invariant and object.",
  };
}

function keyOf({ invariant, object }: Pick<Suppression, "invariant" | "object">): string {
  return `${invariant} ${object}`;
}
