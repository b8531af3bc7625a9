import type { Code } from "./codes.ts";

/** The texts of a finding, as `Finding` has them; without a reason the message says it all. */
export interface ProblemText {
  readonly message: string;
  readonly reason?: string;
  readonly remedy: string;
}

/** What `params` of a custom zod issue holds when `problem` made it. */
export interface ProblemParams {
  readonly code: Code;
  readonly reason: string;
  readonly remedy: string;
}

/** A zod issue that becomes a finding with its own code and texts; a type alias, because zod wants an index signature. */
export type ProblemIssue = {
  code: "custom";
  message: string;
  path: (string | number)[];
  params: Record<string, unknown> & ProblemParams;
  input: unknown;
  continue: true;
};

/**
 * What a rule hands to zod: `context.addIssue(problem("E_NAME", {…}))` in `superRefine`, `context.issues.push(…)` in `check`.
 * The path is relative to the checked value. The rules after it still run, so that a person sees every problem at once.
 */
export function problem(code: Code, text: ProblemText, path: readonly (string | number)[] = []): ProblemIssue {
  const params = { code, reason: text.reason ?? "", remedy: text.remedy };
  return { code: "custom", message: text.message, path: [...path], params, input: undefined, continue: true };
}
