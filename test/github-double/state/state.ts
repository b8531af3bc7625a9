import type { KeyObject } from "node:crypto";
import type { MergeMethod } from "../double.ts";
import type { Store } from "../git/store.ts";

/** Everything that the repository is. Handlers change it, and nothing else does but the people of the double. */
export interface State {
  readonly owner: string;
  readonly repo: string;
  readonly defaultBranch: string;
  readonly collaborators: readonly string[];
  readonly teams: readonly string[];
  readonly allowsAutoMerge: boolean;
  readonly store: Store;
  /** By the whole name: refs/heads/main. */
  readonly refs: Map<string, Ref>;
  readonly pulls: Map<number, PullRequest>;
  readonly labels: Map<string, number>;
  readonly comments: Map<number, Comment>;
  readonly statuses: CommitStatus[];
  readonly checkRuns: CheckRun[];
  readonly deployments: Deployment[];
  readonly protections: Map<string, Protection>;
  readonly access: Access;
  readonly lag: Lag;
  treeLimit: number;
  /** Seconds after the start of the double's time. */
  seconds: number;
  /** The last id that was given. */
  lastId: number;
}

export interface Ref {
  sha: string;
  /** What reads still see, and how many of them. */
  before: string | undefined;
  staleReads: number;
}

export interface PullRequest {
  readonly number: number;
  readonly id: number;
  readonly author: string;
  readonly branch: string;
  /** Who has the fork that it comes from. Its branch is kept here too, as GitHub keeps its commits. */
  readonly fork: string | undefined;
  readonly createdAt: string;
  title: string;
  body: string | null;
  base: string;
  isDraft: boolean;
  updatedAt: string;
  /** Set when it is closed, merged or not: what it stood at. */
  closed: Closing | undefined;
  labels: string[];
  reviewers: string[];
  teamReviewers: string[];
  assignees: string[];
  approvals: number;
  autoMerge: { readonly method: MergeMethod; readonly by: string } | undefined;
  /** How many follow-ups and lists do not see it yet. */
  hiddenFor: number;
  unlistedFor: number;
}

export interface Closing {
  readonly at: string;
  readonly by: string;
  readonly head: string;
  readonly base: string;
  /** The commit on the base, where it was merged. */
  readonly merge: string | undefined;
}

export interface Comment {
  readonly id: number;
  readonly pullRequest: number;
  readonly author: string;
  readonly createdAt: string;
  body: string;
  updatedAt: string;
}

export interface CommitStatus {
  readonly id: number;
  readonly sha: string;
  readonly context: string;
  readonly state: string;
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly creator: string;
  readonly at: string;
}

export interface CheckRun {
  readonly id: number;
  readonly sha: string;
  readonly name: string;
  readonly conclusion: string | undefined;
  readonly at: string;
}

export interface Deployment {
  readonly id: number;
  readonly sha: string;
  readonly ref: string;
  readonly environment: string;
  readonly description: string | null;
  readonly payload: unknown;
  readonly creator: string;
  readonly at: string;
  /** Oldest first. */
  readonly statuses: DeploymentStatus[];
}

export interface DeploymentStatus {
  readonly id: number;
  readonly state: string;
  readonly description: string;
  readonly targetUrl: string;
  readonly creator: string;
  readonly at: string;
}

export interface Protection {
  readonly approvals: number;
  readonly checks: readonly string[];
}

export interface Access {
  readonly token: string;
  isTokenRevoked: boolean;
  app: { readonly id: string; readonly publicKey: KeyObject; readonly privateKey: string } | undefined;
  /** The tokens of the App that are still taken. */
  readonly installationTokens: Set<string>;
  issued: number;
}

export interface Lag {
  pullRequests: number;
  lists: number;
  refs: number;
}
