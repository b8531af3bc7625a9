/** The requests that GitHub allows an hour. */
export const LIMIT = 5000;

/** How many of them are used, and when they are given anew, in seconds since 1970. */
export interface Budget {
  readonly used: number;
  readonly resetsAt: number;
}

/** As both the headers and `rate_limit` say it. */
export function standing({ used, resetsAt }: Budget) {
  return { limit: LIMIT, used, remaining: Math.max(0, LIMIT - used), reset: resetsAt };
}
