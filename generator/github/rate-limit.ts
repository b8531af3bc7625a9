import { isObject } from "./shape.ts";

/** Of an answer or an error of Octokit's: what says how long to wait. */
interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly data: unknown;
}

const SECONDS_WITHOUT_A_HINT = 60;

/**
 * How many seconds GitHub wants to be left alone, or undefined when the answer is about something else. In the order of
 * docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api: `retry-after`, then the reset of an exhausted
 * limit, then a minute that doubles. The reset is a time of GitHub's clock, so it is held against GitHub's `date`.
 */
export function secondsToWait(outcome: unknown, tries: number, now: Date): number | undefined {
  const answer = answerOf(outcome);
  if (answer === undefined || !isLimited(answer)) return undefined;
  const { headers } = answer;
  const after = seconds(headers["retry-after"]);
  if (after !== undefined) return after;
  const reset = seconds(headers["x-ratelimit-reset"]);
  if (headers["x-ratelimit-remaining"] === "0" && reset !== undefined) return Math.max(0, reset - clock(headers, now)) + 1;
  return SECONDS_WITHOUT_A_HINT * 2 ** tries;
}

/** The throttling plugin gives a limit of GraphQL as an error without a status. */
function answerOf(outcome: unknown): Answer | undefined {
  if (!isObject(outcome)) return undefined;
  const { status, headers, data } = isObject(outcome.response) ? outcome.response : outcome;
  return typeof status === "number" && isObject(headers) ? { status, headers, data } : undefined;
}

function isLimited({ status, headers, data }: Answer): boolean {
  if (status === 429) return true;
  if (status === 403) {
    const isTold = isObject(data) && /\b(?:secondary|API) rate limit|abuse detection/i.test(String(data.message));
    return isTold || headers["x-ratelimit-remaining"] === "0" || headers["retry-after"] !== undefined;
  }
  const errors = isObject(data) && Array.isArray(data.errors) ? data.errors : [];
  return errors.some((error) => isObject(error) && error.type === "RATE_LIMITED");
}

function seconds(header: unknown): number | undefined {
  return typeof header === "string" && /^\d+$/.test(header) ? Number(header) : undefined;
}

function clock(headers: Readonly<Record<string, unknown>>, now: Date): number {
  const theirs = Date.parse(String(headers.date));
  return Math.floor((Number.isNaN(theirs) ? now.getTime() : theirs) / 1000);
}
