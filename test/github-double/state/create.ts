import type { DoubleOptions } from "../double.ts";
import { addBlob, addCommit, newStore } from "../git/store.ts";
import { EMPTY, editTree } from "../git/trees.ts";
import { now, signatureOf } from "./clock.ts";
import { writeRef } from "./refs.ts";
import type { State } from "./state.ts";

/** A repository with one commit. */
export function createState(options: DoubleOptions): State {
  const { owner, repo, files, defaultBranch = "main", collaborators = ["ada", "grace"], teams = ["platform", "sre"] } = options;
  const state: State = {
    ...{ owner, repo, defaultBranch, collaborators, teams, allowsAutoMerge: options.allowAutoMerge ?? true },
    ...{ store: newStore(), refs: new Map(), pulls: new Map(), labels: new Map(), comments: new Map() },
    ...{ statuses: [], checkRuns: [], deployments: [], protections: new Map() },
    access: { token: "token-of-the-double", isTokenRevoked: false, app: undefined, installationTokens: new Set(), issued: 0 },
    lag: { pullRequests: 0, lists: 0, refs: 0 },
    ...{ treeLimit: Number.POSITIVE_INFINITY, seconds: 0, lastId: 1000 },
  };
  const edits = Object.entries(files).map(([path, text]) => [
    path,
    { mode: "100644", sha: addBlob(state.store, Buffer.from(text)) },
  ]);
  const tree = editTree(state.store, EMPTY, new Map(edits as [string, { mode: string; sha: string }][]));
  const author = signatureOf("ada", now(state));
  writeRef(
    state,
    `refs/heads/${defaultBranch}`,
    addCommit(state.store, { tree, parents: [], author, committer: author, message: "Start" }),
  );
  return state;
}
