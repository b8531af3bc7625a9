import type { CommitView, GitHubDouble, PullRequestView, StatusView } from "./double.ts";
import { ancestors } from "./git/history.ts";
import { commitContent } from "./git/objects.ts";
import { commitOf } from "./git/store.ts";
import { flatten, type Leaf } from "./git/trees.ts";
import { commentsOf } from "./routes/comments.ts";
import { headOf } from "./state/pulls.ts";
import { branchHead, branchNames, requireSha } from "./state/refs.ts";
import type { PullRequest, State } from "./state/state.ts";
import { newestStatuses } from "./state/statuses.ts";

type Views = Pick<GitHubDouble, "branches" | "commits" | "files" | "labels" | "modes" | "pullRequests" | "statuses">;

/** What is there, as values that tests compare. */
export function views(state: State): Views {
  return {
    branches: () => Object.fromEntries(branchNames(state).map((name) => [name, branchHead(state, name) ?? ""])),
    files: (ref = state.defaultBranch) => filesOf(state, ref),
    modes: (ref = state.defaultBranch) => modesOf(state, ref),
    commits: (ref = state.defaultBranch) => ancestors(state.store, requireSha(state, ref)).map((sha) => commitView(state, sha)),
    pullRequests: () => [...state.pulls.values()].map((pull) => pullRequestView(state, pull)),
    labels: () => [...state.labels.keys()].sort(),
    statuses: (ref) => newestStatuses(state, requireSha(state, ref)).map(statusView).sort(byContext),
  };
}

function filesOf(state: State, ref: string): Record<string, string> {
  const { blobs } = state.store;
  return Object.fromEntries([...leavesOf(state, ref)].map(([path, { sha }]) => [path, blobs.get(sha)?.toString() ?? ""]));
}

function modesOf(state: State, ref: string): Record<string, string> {
  const special = [...leavesOf(state, ref)].filter(([, { mode }]) => mode !== "100644");
  return Object.fromEntries(special.map(([path, { mode }]) => [path, mode]));
}

function leavesOf(state: State, ref: string): ReadonlyMap<string, Leaf> {
  const { store } = state;
  return flatten(store, commitOf(store, requireSha(state, ref)).tree);
}

function commitView({ store }: State, sha: string): CommitView {
  const commit = commitOf(store, sha);
  const { tree, parents, message, author } = commit;
  return { sha, tree, parents, message, author: author.name, stored: commitContent(commit) };
}

function pullRequestView(state: State, pull: PullRequest): PullRequestView {
  const { number, title, body, branch, base, isDraft, closed, labels, reviewers, teamReviewers, assignees, autoMerge } = pull;
  return {
    ...{ number, state: closed === undefined ? "open" : "closed", isMerged: closed?.merge !== undefined, isDraft },
    ...{ title, body: body ?? "", branch, base, head: headOf(state, pull) },
    ...{ labels, reviewers, teamReviewers, assignees, autoMerge: autoMerge?.method ?? "off" },
    comments: commentsOf(state, number).map((one) => one.body),
  };
}

function statusView({
  context,
  state,
  description,
}: {
  context: string;
  state: string;
  description: string | null;
}): StatusView {
  return { context, state, description: description ?? "" };
}

function byContext(a: StatusView, b: StatusView): number {
  return a.context < b.context ? -1 : 1;
}
