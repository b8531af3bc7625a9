import type { FileEdits, GitHubDouble } from "./double.ts";
import { addBlob, addCommit as addCommitObject, commitOf } from "./git/store.ts";
import { editTree, type Leaf } from "./git/trees.ts";
import { writeComment } from "./routes/comments.ts";
import { deploy, reportDeployment } from "./routes/deployments.ts";
import { openPull } from "./routes/pulls.ts";
import { removeBranch } from "./routes/refs.ts";
import { mergeWaiting, writeStatus } from "./routes/statuses.ts";
import { nextId, now, signatureOf } from "./state/clock.ts";
import { closePull, mergeIfReady, mergePull, settle } from "./state/closing.ts";
import { branchHead, requireSha, writeRef } from "./state/refs.ts";
import type { PullRequest, State } from "./state/state.ts";

/** The person who does what no request does. */
export const PERSON = "ada";

type People = Pick<
  GitHubDouble,
  | ("addBranch" | "addCheckRun" | "addComment" | "addCommit" | "addDeployment" | "addPullRequest" | "addStatus")
  | ("approve" | "closePullRequest" | "deleteBranch" | "mergePullRequest" | "protect")
>;

export function people(state: State): People {
  return {
    addCommit: (branch, files, message) => addCommit(state, branch, { files, message }),
    addBranch: (branch, from = state.defaultBranch) => startBranch(state, branch, from),
    deleteBranch: (branch) => removeBranch(state, branch, PERSON),
    addPullRequest: (branch, title, { body = "", base = state.defaultBranch, fork } = {}) =>
      openPull(state, { branch, base, title, body, author: PERSON, isDraft: false, fork }).number,
    closePullRequest: (number) => closePull(state, pullOf(state, number), PERSON),
    mergePullRequest: (number, method = "merge") => mergePull(state, pullOf(state, number), { by: PERSON, method }),
    approve: (number) => approve(state, pullOf(state, number)),
    addComment: (number, body) => void writeComment(state, number, PERSON, body),
    addStatus: (ref, context, one, description = "") =>
      void writeStatus(state, {
        sha: requireSha(state, ref),
        context,
        state: one,
        description,
        targetUrl: null,
        creator: PERSON,
      }),
    addCheckRun: (ref, name, conclusion) => addCheckRun(state, { sha: requireSha(state, ref), name, conclusion }),
    addDeployment: (ref, environment, one, at) => addDeployment(state, ref, { environment, state: one, at }),
    protect: (branch, { approvals = 0, checks = [] } = {}) => void state.protections.set(branch, { approvals, checks }),
  };
}

function addCommit(
  state: State,
  branch: string,
  { files, message }: { readonly files: FileEdits; readonly message: string },
): string {
  const { store } = state;
  const parent = branchHead(state, branch) ?? startBranch(state, branch, state.defaultBranch);
  const edits = new Map(Object.entries(files).map(([path, content]) => [path, leafOf(state, content)]));
  const author = signatureOf(PERSON, now(state));
  const tree = editTree(store, commitOf(store, parent).tree, edits);
  const sha = addCommitObject(store, { tree, parents: [parent], author, committer: author, message });
  writeRef(state, `refs/heads/${branch}`, sha);
  settle(state, branch, PERSON);
  return sha;
}

function leafOf({ store }: State, file: FileEdits[string]): Leaf | undefined {
  if (file === undefined) return undefined;
  const { mode, content } = typeof file === "string" || file instanceof Uint8Array ? { mode: "100644", content: file } : file;
  return { mode, sha: addBlob(store, Buffer.from(content)) };
}

function startBranch(state: State, branch: string, from: string): string {
  const sha = requireSha(state, from);
  writeRef(state, `refs/heads/${branch}`, sha);
  return sha;
}

function approve(state: State, pull: PullRequest): void {
  pull.approvals += 1;
  pull.reviewers = pull.reviewers.filter((login) => login !== PERSON);
  mergeIfReady(state, pull);
}

function addCheckRun(
  state: State,
  run: { readonly sha: string; readonly name: string; readonly conclusion: string | undefined },
): void {
  state.checkRuns.push({ ...run, id: nextId(state), at: now(state) });
  mergeWaiting(state, run.sha);
}

function addDeployment(
  state: State,
  ref: string,
  {
    environment,
    state: reported,
    at,
  }: { readonly environment: string; readonly state: string; readonly at: string | undefined },
): number {
  const sha = requireSha(state, ref);
  const one = deploy(state, { sha, ref, environment, description: null, payload: {}, creator: PERSON }, at);
  reportDeployment(state, one, { state: reported, description: "", targetUrl: "", creator: PERSON }, at);
  return one.id;
}

function pullOf({ pulls }: State, number: number): PullRequest {
  const pull = pulls.get(number);
  if (pull === undefined) throw new Error(`the double has no pull request ${number}`);
  return pull;
}
