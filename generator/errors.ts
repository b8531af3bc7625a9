/** Exit codes of every command; `docs/exit-codes.md` says what a caller should do about each. */
export const EXIT = { done: 0, bug: 1, input: 2, check: 3, github: 4, partial: 5, locked: 75 } as const;

/** A place in a file a person wrote; lines and columns count from 1. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export type Severity = "error" | "warning";

/** One problem with what a person wrote or with what would be generated. A value, never thrown. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly location: Location;
  /** The field in the user's own words, `etcd.replicas`; empty for a whole file. */
  readonly path: string;
  /** What was found, one sentence without the path: "4 is even." */
  readonly message: string;
  /** Why it matters; empty when the message says it. */
  readonly reason: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** A failure that has an exit code and a text for a person: the outside world said no, or the input is wrong. */
export class GeneratorError extends Error {
  readonly code: string;
  readonly exitCode: number;
  readonly remedy: string;

  constructor(failure: { code: string; exitCode: number; message: string; remedy: string; cause?: unknown }) {
    super(failure.message, { cause: failure.cause });
    this.name = "GeneratorError";
    this.code = failure.code;
    this.exitCode = failure.exitCode;
    this.remedy = failure.remedy;
  }
}
