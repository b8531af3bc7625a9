import { createAppAuth } from "@octokit/auth-app";
import { retry } from "@octokit/plugin-retry";
import { throttling } from "@octokit/plugin-throttling";
import { Octokit } from "@octokit/rest";
import { INSTALLATION, REPOSITORY } from "./answers.ts";
import { boundedFetch } from "./bounded-fetch.ts";
import { answer, guardCalls } from "./calls.ts";
import { type Credentials, requireSafeAddress, usable } from "./credentials.ts";

export type { Credentials } from "./credentials.ts";

export interface GitHubOptions {
  /** `https://api.github.com`, or `https://<host>/api/v3` of an Enterprise Server. */
  readonly apiUrl: string;
  readonly owner: string;
  readonly repo: string;
  readonly credentials: Credentials;
  /** Told when a rate limit is waited for. */
  readonly onWait: (resumesAt: Date) => void;
  /** A limit that lasts longer ends the run with E_RATE_LIMIT. */
  readonly longestWaitSeconds: number;
  /** Off only for a double on the loopback: no pauses between writes, and the waits before a repeated call are short. */
  readonly isPaced: boolean;
}

/** One repository on GitHub, with the credentials to work on it. */
export interface GitHub {
  readonly rest: Octokit["rest"];
  readonly graphql: Octokit["graphql"];
  readonly repository: { readonly owner: string; readonly repo: string };
  /** The id that GraphQL knows the repository by; asked for once. */
  readonly repositoryId: () => Promise<string>;
  /** Waits for GitHub to see what it has just been told. */
  readonly pause: (seconds: number) => Promise<void>;
}

export interface Patience {
  /** Of one call, with its answer. */
  readonly timeLimitMilliseconds: number;
  /** How long a second of waiting takes. */
  readonly secondMilliseconds: number;
}

/**
 * 409 is not repeated, because the same call would meet the same conflict; 429 and 403 are waited for in `calls.ts`. Everything
 * that is repeated is safe to repeat: objects are named by their content, and "already exists" is taken for success.
 */
const NOT_REPEATED = [400, 401, 403, 404, 405, 409, 410, 422, 429, 451];

const PaceAndRetry = Octokit.plugin(throttling, retry);

const QUIET = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** Ready to call. Throws E_GITHUB_TOKEN for credentials that cannot be used; a token is sent for the first time with the first call. */
export async function openGitHub(options: GitHubOptions, patience: Patience = usual(options)): Promise<GitHub> {
  requireSafeAddress(options.apiUrl);
  const { owner, repo } = options;
  const octokit = await signedIn(options, patience);
  return {
    rest: octokit.rest,
    graphql: octokit.graphql,
    repository: { owner, repo },
    repositoryId: once(async () => (await answer(octokit.rest.repos.get({ owner, repo }), REPOSITORY)).node_id),
    pause: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * patience.secondMilliseconds)),
  };
}

function usual({ isPaced }: GitHubOptions): Patience {
  return { timeLimitMilliseconds: 30_000, secondMilliseconds: isPaced ? 1000 : 1 };
}

async function signedIn(options: GitHubOptions, patience: Patience): Promise<Octokit> {
  const credentials = usable(options.credentials);
  if ("token" in credentials) return connect(options, patience, { auth: credentials.token });
  const { appId, privateKey } = credentials;
  const app = connect(options, patience, { authStrategy: createAppAuth, auth: { appId, privateKey } });
  const { owner, repo } = options;
  const installationId =
    credentials.installationId ?? (await answer(app.rest.apps.getRepoInstallation({ owner, repo }), INSTALLATION)).id;
  return connect(options, patience, { authStrategy: createAppAuth, auth: { appId, privateKey, installationId } });
}

function connect(options: GitHubOptions, patience: Patience, identity: Readonly<Record<string, unknown>>): Octokit {
  const octokit = new PaceAndRetry({
    ...identity,
    baseUrl: options.apiUrl.replace(/\/+$/, ""),
    userAgent: "milvus-gitops",
    log: QUIET,
    request: { fetch: boundedFetch(patience.timeLimitMilliseconds) },
    throttle: { enabled: options.isPaced, onRateLimit: () => false, onSecondaryRateLimit: () => false },
    retry: { doNotRetry: NOT_REPEATED, retries: 3, retryAfterBaseValue: patience.secondMilliseconds },
  });
  guardCalls(octokit, options, patience);
  return octokit;
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let known: T | undefined;
  return async () => {
    known ??= await ask();
    return known;
  };
}
