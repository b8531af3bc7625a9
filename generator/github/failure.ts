import { EXIT, GeneratorError } from "../errors.ts";
import { isObject } from "./shape.ts";

interface Told {
  readonly code: "E_GITHUB" | "E_GITHUB_TOKEN" | "E_GITHUB_ACCESS" | "E_RATE_LIMIT";
  readonly message: string;
  readonly remedy: string;
  readonly cause?: unknown;
}

const AGAIN = "Run the same command again later: it goes on where it stopped.";

/** A failure of GitHub's side, as a person is told; every text from outside is made one short line first. */
export function githubError({ code, message, remedy, cause }: Told): GeneratorError {
  return new GeneratorError({ code, exitCode: EXIT.github, message, remedy, cause });
}

/** What went wrong with a call (`POST /repos/acme/gitops/pulls`), from what Octokit threw. Holds no credentials. */
export function callFailure(error: unknown, call: string, limitSeconds: number): GeneratorError {
  if (isObject(error) && error.name === "AbortError") {
    const message = `GitHub did not answer ${call} within ${limitSeconds} s.`;
    return githubError({ code: "E_GITHUB", message, remedy: AGAIN, cause: error });
  }
  if (answerOf(error) === undefined) {
    const message = `GitHub cannot be reached: ${oneLine(messageOf(error))} (${call}).`;
    const remedy = `${AGAIN} If it stays so, look at the address of the API and at githubstatus.com.`;
    return githubError({ code: "E_GITHUB", message, remedy, cause: error });
  }
  return refused(error, call);
}

/** Whether GitHub said no in this way; the text is one of its own messages. */
export function isRefusal(error: unknown, status: number, words = /(?:)/): boolean {
  return refusalStatus(error) === status && words.test(wordsOf((error as GeneratorError).cause));
}

/** The status of an answer that GitHub gave, undefined where none came. */
export function refusalStatus(error: unknown): number | undefined {
  return error instanceof GeneratorError && isObject(error.cause) && answerOf(error.cause) !== undefined
    ? Number(error.cause.status)
    : undefined;
}

/** GitHub is down or cannot be reached, so that nobody knows whether the call had its effect. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof GeneratorError) || error.code !== "E_GITHUB" || error.cause === undefined) return false;
  const status = refusalStatus(error);
  return status === undefined || status >= 500;
}

/** Whether every further call would meet the same. */
export function endsAll({ code }: GeneratorError): boolean {
  return code === "E_RATE_LIMIT" || code === "E_GITHUB_TOKEN";
}

/** A success that GitHub cannot have sent. */
export function strangeAnswer(path: string): GeneratorError {
  return githubError({
    code: "E_GITHUB",
    message: `The answer for ${path} is not one that GitHub gives.`,
    remedy: "A proxy or a sign-in page may stand in between. Check the address of the API, and run again.",
  });
}

/** Somebody else was faster: the same as the 409 that GitHub gives for it. */
export function conflict(message: string): GeneratorError {
  return githubError({ code: "E_GITHUB", message, remedy: "Run the same command again.", cause: refusal(409, message) });
}

/** The cause of a failure that GitHub told in another way than by its status. */
export function refusal(status: number, message: string): unknown {
  return { status, response: { data: { message } } };
}

/** One short line of a text from outside: no control character reaches a terminal. */
export function oneLine(words: string): string {
  const line = words.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ").trim();
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}

function refused(error: unknown, call: string): GeneratorError {
  const status = isObject(error) ? Number(error.status) : 0;
  const words = oneLine(wordsOf(error));
  const answer = `GitHub answered ${call} with ${status}${words === "" ? "" : `: ${words.replace(/\.$/, "")}`}.`;
  if (status === 401) return githubError({ code: "E_GITHUB_TOKEN", message: answer, remedy: TOKEN, cause: error });
  if (status >= 500) return githubError({ code: "E_GITHUB", message: answer, remedy: AGAIN, cause: error });
  if (ACCESS.includes(status)) {
    return githubError({ code: "E_GITHUB_ACCESS", message: answer, remedy: accessRemedy(error, status), cause: error });
  }
  return githubError({ code: "E_GITHUB", message: answer, remedy: "Correct what it says and run again.", cause: error });
}

const ACCESS = [403, 404, 410, 451];

const TOKEN =
  "The credentials are wrong or have expired. Set GITHUB_TOKEN to a valid token, or look at those of the App, and run again.";

/** GitHub names what was missing in headers: docs.github.com/en/rest/authentication/permissions-required-for-github-apps. */
function accessRemedy(error: unknown, status: number): string {
  const headers = answerOf(error)?.headers;
  const header = (name: string) => (isObject(headers) && typeof headers[name] === "string" ? oneLine(headers[name]) : "");
  const signOn = /url=(https:\/\/\S+)/.exec(header("x-github-sso"))?.[1];
  if (signOn !== undefined) return `The organisation wants the token authorised for single sign-on: open ${signOn}`;
  const needed = header("x-accepted-github-permissions") || header("x-accepted-oauth-scopes");
  if (needed !== "") return `The call needs: ${needed}. Give that to the token or the App and run again.`;
  if (status === 404)
    return "It does not exist, or the credentials may not see it. Check repository.url and repository.branch.";
  return "The token or the App needs contents: write, pull requests: write and, for labels, issues: write on the repository.";
}

function answerOf(error: unknown): Readonly<Record<string, unknown>> | undefined {
  return isObject(error) && isObject(error.response) ? error.response : undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "no reason was given";
}

/** The message and those of its details: `Validation Failed` alone says nothing. */
function wordsOf(error: unknown): string {
  const data = answerOf(error)?.data;
  if (!isObject(data) || typeof data.message !== "string") return "";
  const details = Array.isArray(data.errors) ? data.errors.map(detail) : [];
  return [data.message, ...details]
    .map(oneLine)
    .filter((words) => words !== "")
    .join(": ");
}

function detail(error: unknown): string {
  if (typeof error === "string") return error;
  if (!isObject(error)) return "";
  return typeof error.message === "string" ? error.message : [error.field, error.code].filter(Boolean).join(" ");
}
