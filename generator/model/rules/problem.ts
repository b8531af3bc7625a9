import type { Code } from "../../config/codes.ts";
import type { Path } from "../../config/locate.ts";
import type { ProblemText } from "../../config/problem.ts";
import type { Severity } from "../../errors.ts";

/** What a rule finds in an environment, still without a place in a file. */
export interface Problem {
  readonly severity: Severity;
  readonly path: Path;
  readonly code: Code;
  readonly text: ProblemText;
}

/** A field of the settings, `etcd.replicas`; a list of keys where one of them holds a dot. */
export type FieldPath = string | Path;

/** Nothing is written while there is one of these. */
export function error(field: FieldPath, code: Code, text: ProblemText): Problem {
  return { severity: "error", path: toPath(field), code, text };
}

/** Allowed, but a person should know. */
export function warning(field: FieldPath, code: Code, text: ProblemText): Problem {
  return { severity: "warning", path: toPath(field), code, text };
}

export function toPath(field: FieldPath): Path {
  return typeof field === "string" ? field.split(".") : field;
}
