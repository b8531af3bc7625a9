import { LIMIT } from "../server/budget.ts";
import type { Answer } from "../server/call.ts";
import { errorBody } from "../server/refusal.ts";
import type { Fault, FaultKind } from "./fault.ts";

/** GitHub's usual text for a status; for the ones of a gateway it is no JSON. */
const MESSAGES: Readonly<Record<number, string>> = {
  400: "Problems parsing JSON",
  401: "Bad credentials",
  403: "Resource not accessible by integration",
  404: "Not Found",
  409: "Conflict",
  410: "Gone",
  422: "Validation Failed",
  429: "Too Many Requests",
  451: "Repository access blocked",
  500: "Server Error",
};

const SECONDARY = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";
const PRIMARY = "API rate limit exceeded for user ID 1.";

/** The whole answer of a fault; undefined for those that break the connection or only delay. */
export function faultAnswer(fault: Fault, target: string): Answer | undefined {
  const { answer } = fault;
  if (typeof answer === "object") return answer;
  return typeof answer === "number" ? statusAnswer(answer, fault) : kindAnswer(answer, fault, target);
}

function statusAnswer(status: number, { retryAfterSeconds }: Fault): Answer {
  const headers = retryAfterSeconds === undefined ? {} : { "retry-after": `${retryAfterSeconds}` };
  const message = MESSAGES[status];
  if (message === undefined) return { status, headers: { ...headers, "content-type": "text/html" }, body: page(`${status}`) };
  return { status, headers, body: errorBody(status, message) };
}

function kindAnswer(kind: FaultKind, fault: Fault, target: string): Answer | undefined {
  switch (kind) {
    case "secondary-limit":
      return secondary(403, fault);
    case "secondary-limit-429":
      return secondary(429, fault);
    case "primary-limit":
      return primary(fault);
    case "html":
      return { status: 200, headers: { "content-type": "text/html" }, body: page("Sign in to the network") };
    case "wrong-shape":
      return { status: 200, body: { result: ["unexpected"], sha: 1, number: "one", data: [] } };
    case "redirect-loop":
      return { status: 302, headers: { location: target }, body: { message: "Moved" } };
    default:
      return undefined;
  }
}

function secondary(status: number, { retryAfterSeconds = 60 }: Fault): Answer {
  return { status, headers: { "retry-after": `${retryAfterSeconds}` }, body: errorBody(status, SECONDARY) };
}

function primary({ resetsAt = new Date(Date.now() + 3_600_000) }: Fault): Answer {
  const reset = `${Math.ceil(resetsAt.getTime() / 1000)}`;
  const headers = {
    "x-ratelimit-limit": `${LIMIT}`,
    "x-ratelimit-remaining": "0",
    "x-ratelimit-used": `${LIMIT}`,
    "x-ratelimit-reset": reset,
  };
  return { status: 403, headers, body: errorBody(403, PRIMARY) };
}

function page(title: string): string {
  return `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`;
}
