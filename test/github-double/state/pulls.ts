import { commitsBetween, contains } from "../git/history.ts";
import { mergedTree } from "../git/merge.ts";
import { branchHead } from "./refs.ts";
import type { PullRequest, State } from "./state.ts";
import { isPassed, isUnstable } from "./statuses.ts";

/** The commit of the branch while the pull request is open, and the last one after. */
export function headOf(state: State, { branch, closed }: PullRequest): string {
  return closed?.head ?? tip(state, branch);
}

export function baseOf(state: State, { base, closed }: PullRequest): string {
  return closed?.base ?? tip(state, base);
}

/** Open pull requests from or to a branch. */
export function openPulls(state: State, { branch, base }: { readonly branch?: string; readonly base?: string }): PullRequest[] {
  return [...state.pulls.values()].filter(
    (pull) => pull.closed === undefined && (branch ?? pull.branch) === pull.branch && (base ?? pull.base) === pull.base,
  );
}

export interface Mergeability {
  readonly mergeable: boolean | null;
  readonly mergeable_state: "clean" | "dirty" | "blocked" | "draft" | "unstable" | "unknown";
}

export function mergeability(state: State, pull: PullRequest): Mergeability {
  if (pull.closed !== undefined) return { mergeable: null, mergeable_state: "unknown" };
  if (mergedTree(state.store, baseOf(state, pull), headOf(state, pull)) === undefined)
    return { mergeable: false, mergeable_state: "dirty" };
  if (pull.isDraft) return { mergeable: true, mergeable_state: "draft" };
  if (blockedBy(state, pull) !== undefined) return { mergeable: true, mergeable_state: "blocked" };
  return { mergeable: true, mergeable_state: isUnstable(state, headOf(state, pull)) ? "unstable" : "clean" };
}

/** What the protection of the base still wants, in GitHub's words. */
export function blockedBy(state: State, pull: PullRequest): string | undefined {
  const { approvals, checks } = state.protections.get(pull.base) ?? { approvals: 0, checks: [] };
  if (pull.approvals < approvals) return `At least ${approvals} approving review is required by reviewers with write access.`;
  const head = headOf(state, pull);
  const missing = checks.filter((name) => !isPassed(state, head, name));
  return missing.length === 0 ? undefined : `Required status check "${missing[0]}" is expected.`;
}

/** What a branch of that commit would bring to the base. */
export function commitsOf(state: State, pull: PullRequest): string[] {
  return commitsBetween(state.store, baseOf(state, pull), headOf(state, pull));
}

export function isContained(state: State, pull: PullRequest): boolean {
  return contains(state.store, baseOf(state, pull), headOf(state, pull));
}

function tip(state: State, branch: string): string {
  const sha = branchHead(state, branch);
  if (sha === undefined) throw new Error(`the double has no branch ${branch}`);
  return sha;
}
