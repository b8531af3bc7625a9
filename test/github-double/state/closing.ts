import type { MergeMethod } from "../double.ts";
import { reachable } from "../git/history.ts";
import { carriedOver, mergedTree } from "../git/merge.ts";
import { addCommit, commitOf } from "../git/store.ts";
import { now, signatureOf } from "./clock.ts";
import { baseOf, blockedBy, commitsOf, headOf, isContained, mergeability, openPulls } from "./pulls.ts";
import { branchHead, writeRef } from "./refs.ts";
import type { PullRequest, State } from "./state.ts";

export function closePull(state: State, pull: PullRequest, by: string, merge?: string): void {
  pull.closed = { at: now(state), by, head: headOf(state, pull), base: baseOf(state, pull), merge };
  pull.updatedAt = pull.closed.at;
  pull.autoMerge = undefined;
}

export interface MergeWish {
  readonly by: string;
  readonly method: MergeMethod;
  readonly title?: string;
  readonly message?: string;
}

/** Brings the pull request to its base; returns the commit there. It must be free of conflicts. */
export function mergePull(state: State, pull: PullRequest, wish: MergeWish): string {
  const merge = wish.method === "rebase" ? rebased(state, pull, wish) : joined(state, pull, wish);
  closePull(state, pull, wish.by, merge);
  writeRef(state, `refs/heads/${pull.base}`, merge);
  settle(state, pull.base, wish.by);
  return merge;
}

/**
 * What GitHub does after a branch has moved: a pull request whose commits the base now holds is merged, one whose branch brings nothing
 * any more is closed, and one that waited to be merged is.
 */
export function settle(state: State, branch: string, by: string): void {
  const tip = branchHead(state, branch);
  const held = tip === undefined ? new Set<string>() : reachable(state.store, tip);
  const arrived = openPulls(state, { base: branch }).filter((pull) => held.has(headOf(state, pull)));
  for (const pull of arrived) closePull(state, pull, by, headOf(state, pull));
  for (const pull of openPulls(state, { branch })) if (isContained(state, pull)) closePull(state, pull, by);
  for (const pull of openPulls(state, { branch })) mergeIfReady(state, pull);
}

/** Merges a pull request that waits for it, once nothing stands against it. */
export function mergeIfReady(state: State, pull: PullRequest): void {
  const { autoMerge } = pull;
  if (autoMerge === undefined || pull.isDraft || blockedBy(state, pull) !== undefined) return;
  if (mergeability(state, pull).mergeable === true) mergePull(state, pull, autoMerge);
}

function joined(state: State, pull: PullRequest, { by, method, title, message }: MergeWish): string {
  const [base, head] = [baseOf(state, pull), headOf(state, pull)];
  const author = signatureOf(by, now(state));
  const isSquash = method === "squash";
  const usual = isSquash
    ? `${pull.title} (#${pull.number})`
    : `Merge pull request #${pull.number} from ${state.owner}/${pull.branch}`;
  return addCommit(state.store, {
    tree: required(mergedTree(state.store, base, head), pull),
    parents: isSquash ? [base] : [base, head],
    ...{ author, committer: author, message: [title ?? usual, message ?? pull.title].join("\n\n") },
  });
}

function rebased(state: State, pull: PullRequest, { by }: MergeWish): string {
  return commitsOf(state, pull)
    .reverse()
    .reduce(
      (onto, id) => {
        const { author, message, parents } = commitOf(state.store, id);
        const tree = required(carriedOver(state.store, { from: parents[0] ?? id, to: id, onto }), pull);
        return addCommit(state.store, { tree, parents: [onto], author, committer: signatureOf(by, now(state)), message });
      },
      baseOf(state, pull),
    );
}

function required(tree: string | undefined, { number }: PullRequest): string {
  if (tree === undefined) throw new Error(`the pull request ${number} has conflicts`);
  return tree;
}
