/**
 * `"POST pulls"`, `"PATCH git/refs/*"` with `*` for any text, `"*"` for every call; the path is the one inside the repository, without
 * the query, decoded. A pattern is held against the same text.
 */
export type Match = string | RegExp;

/**
 * When the answer is replaced. `before`: nothing has happened. `in`: the effect happens and the real answer breaks off. `after`: the
 * effect happens and its answer is lost.
 */
export type FaultMoment = "before" | "in" | "after";

/** Answers that are more than a status. */
export type FaultKind =
  /** 403, "You have exceeded a secondary rate limit", retry-after */
  | "secondary-limit"
  /** the same with 429 */
  | "secondary-limit-429"
  /** 403, x-ratelimit-remaining 0, x-ratelimit-reset */
  | "primary-limit"
  /** the connection is reset */
  | "reset"
  /** no answer until the client gives up or the double closes */
  | "hang"
  /** the status, the headers and half of the body, then a reset */
  | "cut"
  /** the status and the headers, then a reset */
  | "headers-only"
  /** 200 with a page of a proxy */
  | "html"
  /** 200 with JSON of another shape */
  | "wrong-shape"
  /** 302 to the same address, for ever */
  | "redirect-loop"
  /** the real answer after `delayMilliseconds` */
  | "slow";

export interface Fault {
  readonly on: Match;
  /** The first call that is hit, counted over those that match, from 1. */
  readonly nth?: number;
  /** How many calls are hit from there; Infinity for all. */
  readonly times?: number;
  readonly when: FaultMoment;
  /** A status with GitHub's usual text, a kind, or an answer of the test's own. */
  readonly answer: number | FaultKind | FaultAnswer;
  /** Seconds of retry-after, for limits; 60 if not said. */
  readonly retryAfterSeconds?: number;
  /** When the primary limit is lifted; in an hour if not said. */
  readonly resetsAt?: Date;
  /** For `slow`; 200 if not said. */
  readonly delayMilliseconds?: number;
}

export interface FaultAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface FaultHandle {
  /** How many calls it has hit so far. */
  readonly hits: () => number;
  readonly remove: () => void;
}
