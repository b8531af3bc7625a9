import type { Octokit } from "@octokit/rest";
import { GeneratorError } from "../errors.ts";
import type { GitHubOptions, Patience } from "./client.ts";
import { callFailure, githubError, strangeAnswer } from "./failure.ts";
import { secondsToWait } from "./rate-limit.ts";
import type { Shape } from "./shape.ts";

const MOST_WAITS = 4;

/**
 * Stands around every call: waits for rate limits, and turns every failure into one that a person is told. The throttling
 * plugin is left with the pacing: it does not know a 429 without GitHub's words, and reckons with this machine's clock.
 */
export function guardCalls(octokit: Octokit, options: GitHubOptions, patience: Patience): void {
  octokit.hook.wrap("request", async (request, parameters) => {
    const { method, url } = octokit.request.endpoint(parameters);
    const call: Call = { name: `${method} ${new URL(url).pathname}`, options, patience };
    return inPlace(await outOfLimits(call, async () => request(parameters)), call);
  });
}

interface Call {
  readonly name: string;
  readonly options: GitHubOptions;
  readonly patience: Patience;
}

async function outOfLimits<T>(call: Call, attempt: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    const outcome = await settled(attempt);
    const wait = secondsToWait("error" in outcome ? outcome.error : outcome.response, tries, new Date());
    if (wait !== undefined) await sitOut(call, wait, tries);
    else if ("error" in outcome) throw told(outcome.error, call);
    else return outcome.response;
  }
}

/** The data of an answer, once it has the form that is relied on. */
export async function answer<T>(call: Promise<{ readonly data: unknown; readonly url: string }>, shape: Shape<T>): Promise<T> {
  const { data, url } = await call;
  if (!shape(data)) throw strangeAnswer(new URL(url).pathname);
  return data;
}

async function settled<T>(action: () => Promise<T>): Promise<{ readonly response: T } | { readonly error: unknown }> {
  try {
    return { response: await action() };
  } catch (error) {
    return { error };
  }
}

async function sitOut({ name, options, patience }: Call, seconds: number, tries: number): Promise<void> {
  const resumesAt = new Date(Date.now() + seconds * 1000);
  if (seconds > options.longestWaitSeconds || tries === MOST_WAITS) throw limited(resumesAt, name);
  options.onWait(resumesAt);
  await new Promise((resolve) => setTimeout(resolve, seconds * patience.secondMilliseconds));
}

function limited(resumesAt: Date, call: string): GeneratorError {
  return githubError({
    code: "E_RATE_LIMIT",
    message: `GitHub's rate limit is reached (${call}). It resumes at ${resumesAt.toISOString().replace(/\.\d+Z$/, "Z")}.`,
    remedy: "Run the same command again after that: what is done is not done twice.",
  });
}

function told(error: unknown, { name, patience }: Call): GeneratorError {
  return error instanceof GeneratorError ? error : callFailure(error, name, patience.timeLimitMilliseconds / 1000);
}

/** A repository that was renamed answers with a redirect, which is not followed. */
function inPlace<T extends { readonly status: number }>(response: T, { name }: Call): T {
  if (response.status < 300) return response;
  throw githubError({
    code: "E_GITHUB_ACCESS",
    message: `GitHub redirects ${name} to another address (${response.status}).`,
    remedy: "The repository or its branch has another name now. Set repository.url and repository.branch of gitops.yaml to it.",
  });
}
