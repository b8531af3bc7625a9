import type { Invariant, Violation } from "./invariant.ts";

/** A broken invariant, with all that a person or a tool needs to know about it. */
export interface Problem extends Violation {
  readonly invariant: string;
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly reason: string;
  readonly remedy: string;
}

/** Every place where one of the invariants is broken, in the order of the invariants. */
export async function problemsOf<Tree>(invariants: readonly Invariant<Tree>[], tree: Tree): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { name, code, severity, reason, remedy, find } of invariants) {
    for (const { subject, message } of await find(tree))
      problems.push({ invariant: name, code, severity, subject, message, reason, remedy });
  }
  return problems;
}
