import type { FaultKind, FaultMoment } from "./fault.ts";

export interface FaultCase {
  readonly when: FaultMoment;
  readonly answer: number | FaultKind;
}

const REFUSALS = [401, 403, 404, 409, 410, 422, 429, 451] as const;
const FAILURES = [500, 502, 503] as const;
const LIMITS = ["secondary-limit", "secondary-limit-429", "primary-limit"] as const;
const CONNECTIONS = ["reset", "hang", "html", "wrong-shape"] as const;

/**
 * Every fault with every moment at which it can happen, for tables of tests. A refusal or a limit has no effect; a gateway that fails
 * or a connection that breaks may have had one; `slow` is no failure, unless the client waits less.
 */
export const FAULTS: readonly FaultCase[] = [
  ...[...REFUSALS, ...LIMITS, ...FAILURES, ...CONNECTIONS, "redirect-loop" as const].map((answer) => ({
    when: "before" as const,
    answer,
  })),
  ...(["cut", "headers-only", "slow"] as const).map((answer) => ({ when: "in" as const, answer })),
  ...[...FAILURES, ...CONNECTIONS].map((answer) => ({ when: "after" as const, answer })),
];
