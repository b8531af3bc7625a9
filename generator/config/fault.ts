import type { Code } from "./codes.ts";
import type { Path } from "./locate.ts";
import type { ProblemText } from "./problem.ts";

/** The code and the texts of what is wrong, still without an address. */
export interface Wording {
  readonly code: Code;
  readonly text: ProblemText;
}

/** What an issue of zod means to the person who wrote the file. */
export interface Fault extends Wording {
  readonly path: Path;
  /** Whether the name of the field is wrong rather than its value. */
  readonly onKey: boolean;
}
