import type { Fault, FaultHandle, Match } from "./faults/fault.ts";

/** What the double starts with. */
export interface DoubleOptions {
  readonly owner: string;
  readonly repo: string;
  /** The first commit of the default branch. */
  readonly files: Readonly<Record<string, string>>;
  readonly defaultBranch?: string;
  /** Logins that can be asked for a review or be assigned; any other is refused as GitHub does. */
  readonly collaborators?: readonly string[];
  readonly teams?: readonly string[];
  readonly allowAutoMerge?: boolean;
}

/** An App that is installed in the repository; its private key is made when it is first asked for. */
export interface AppCredentials {
  readonly appId: string;
  readonly privateKey: string;
  readonly installationId: number;
}

export interface CommitView {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly author: string;
  /** As Git stores it, so that a clone can have the same. */
  readonly stored: Uint8Array;
}

export interface PullRequestView {
  readonly number: number;
  readonly state: "open" | "closed";
  readonly isMerged: boolean;
  readonly isDraft: boolean;
  readonly title: string;
  readonly body: string;
  readonly branch: string;
  readonly base: string;
  readonly head: string;
  readonly labels: readonly string[];
  readonly reviewers: readonly string[];
  readonly teamReviewers: readonly string[];
  readonly assignees: readonly string[];
  readonly autoMerge: "off" | MergeMethod;
  readonly comments: readonly string[];
}

export type MergeMethod = "merge" | "squash" | "rebase";

export interface StatusView {
  readonly context: string;
  readonly state: string;
  readonly description: string;
}

/** A request as it came in. */
export interface RequestRecord {
  /** The method and the path inside the repository: `POST git/trees`; for GraphQL with the mutation: `POST graphql markPullRequestReadyForReview`. */
  readonly call: string;
  readonly method: string;
  /** The whole path with the query, as it was sent. */
  readonly target: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** What was answered; 0 where the connection broke. */
  readonly status: number;
  /** The answer of a fault stands in place of the real one. */
  readonly isFaulted: boolean;
}

/** Paths to text or bytes, or to what is no plain file; undefined deletes. */
export type FileEdits = Readonly<Record<string, string | Uint8Array | SpecialFile | undefined>>;

/** An executable, or a link with the path that it leads to. */
export interface SpecialFile {
  readonly mode: "100755" | "120000";
  readonly content: string;
}

export interface GitHubDouble {
  readonly owner: string;
  readonly repo: string;
  /** The address of the API as on github.com. */
  readonly url: string;
  /** The same repository as a GitHub Enterprise Server shows it: below /api/v3, without rate limits. */
  readonly enterpriseUrl: string;
  /** The token that is taken; it acts as the user `gitops-bot`. Any other gets 401. */
  readonly token: string;
  readonly app: () => AppCredentials;

  /** Where a request or an answer breaks GitHub's own OpenAPI description. */
  readonly violations: readonly string[];

  // What is there
  readonly requests: readonly RequestRecord[];
  /** `requests` as short texts, in order. */
  readonly calls: () => string[];
  /** The calls that are no GET. */
  readonly writes: () => string[];
  /** Forgets the requests so far. */
  readonly forgetRequests: () => void;
  /** The commit of every branch by its name. */
  readonly branches: () => Record<string, string>;
  /** The text of every file by its path. */
  readonly files: (ref?: string) => Record<string, string>;
  /** The mode of every file that is no plain one, by its path. */
  readonly modes: (ref?: string) => Record<string, string>;
  /** A commit and its ancestors, newest first. */
  readonly commits: (ref?: string) => CommitView[];
  readonly pullRequests: () => PullRequestView[];
  readonly labels: () => string[];
  /** The newest status of each context, by context. */
  readonly statuses: (ref: string) => StatusView[];

  // What people and other programs do meanwhile
  /** A person's commit; a branch that is not there starts at the default branch. Returns the commit. */
  readonly addCommit: (branch: string, files: FileEdits, message: string) => string;
  readonly addBranch: (branch: string, from?: string) => string;
  readonly deleteBranch: (branch: string) => void;
  /** A person's pull request into the default branch, or another; from the fork of a stranger where `fork` names its owner. Returns its number. */
  readonly addPullRequest: (
    branch: string,
    title: string,
    more?: { readonly body?: string; readonly base?: string; readonly fork?: string },
  ) => number;
  readonly closePullRequest: (number: number) => void;
  /** Merges whatever stands against it; returns the commit on the base. */
  readonly mergePullRequest: (number: number, method?: MergeMethod) => string;
  readonly approve: (number: number) => void;
  readonly addComment: (number: number, body: string) => void;
  readonly addStatus: (ref: string, context: string, state: string, description?: string) => void;
  /** A check run; without a conclusion it is still going. */
  readonly addCheckRun: (ref: string, name: string, conclusion?: string) => void;
  /** A deployment with one status, as a notifications controller reports it; `at` is an ISO time. */
  readonly addDeployment: (ref: string, environment: string, state: string, at?: string) => number;
  /** Only pull requests change the branch from now on; they need so many approvals and these checks. */
  readonly protect: (branch: string, needs?: { readonly approvals?: number; readonly checks?: readonly string[] }) => void;

  // What goes wrong
  readonly fault: (fault: Fault) => FaultHandle;
  /** Runs once, when such a call has come in and before it has its effect: a race. */
  readonly meanwhile: (on: Match, action: () => void) => void;
  /**
   * How late writes are seen: so many calls that follow up a new pull request do not find it (`pullRequests`), so many
   * lists do not show it (`lists`), so many reads of a written ref give what was there before (`refs`).
   */
  readonly lag: (reads: { readonly pullRequests?: number; readonly lists?: number; readonly refs?: number }) => void;
  /** Recursive trees of more entries are cut and say `truncated`. */
  readonly limitTrees: (entries: number) => void;
  /** The token, or every token that was given to the App, gets 401 from now on. */
  readonly revoke: (whose: "token" | "app") => void;
  /** Ends open connections too. */
  readonly close: () => Promise<void>;
}
