import { GeneratorError } from "../errors.ts";
import { PULL, REF } from "./answers.ts";
import { answer } from "./calls.ts";
import type { GitHub } from "./client.ts";
import { upsertComment } from "./comment.ts";
import { isOurs, readOneCommit } from "./commit.ts";
import { endsAll, isRefusal, refusalStatus } from "./failure.ts";
import { listPulls, type Pull, pullsOfBranch } from "./pull.ts";
import type { PullRequest } from "./pull-requests.ts";
import { moveBranch } from "./ref.ts";
import { list } from "./shape.ts";

export interface CleanedUp {
  readonly deleted: readonly string[];
  readonly closed: readonly number[];
  /** Branches with a person's commits that nobody has merged, and those that GitHub does not let go. */
  readonly kept: readonly string[];
  /** Branches for the next run, each with what went wrong. */
  readonly failures: readonly Failed[];
}

interface Failed {
  readonly branch: string;
  readonly failure: GeneratorError;
}

interface Branch {
  readonly name: string;
  readonly head: string;
}

const MARKER = "<!-- milvus-gitops: closed -->";
const REASON = "What this pull request proposes is there already or no longer wanted, so it is closed and its branch deleted.";

/**
 * Deletes branches with the prefix whose pull request is merged or closed, and closes open ones that are stale, with a comment. A branch
 * without any pull request is left: a run may be about to open one. What goes wrong with one keeps none of the others.
 */
export async function cleanUp(
  github: GitHub,
  { branchPrefix, isStale }: { readonly branchPrefix: string; readonly isStale: (pullRequest: PullRequest) => boolean },
): Promise<CleanedUp> {
  const open = await listPulls(github, { state: "open" });
  const ends: { branch: string; live: readonly Pull[]; end: GeneratorError | End }[] = [];
  for (const branch of await branchesWith(github, branchPrefix)) {
    const live = open.filter((pull) => pull.branch === branch.name);
    if (live.every(isStale)) ends.push({ branch: branch.name, live, end: await settled(() => endOf(github, branch, live)) });
  }
  const withEnd = (wanted: End) => ends.filter(({ end }) => end === wanted);
  return {
    deleted: withEnd("deleted").map(({ branch }) => branch),
    closed: withEnd("deleted").flatMap(({ live }) => live.map(({ number }) => number)),
    kept: withEnd("kept").map(({ branch }) => branch),
    failures: ends.flatMap(({ branch, end }) => (end instanceof GeneratorError ? [{ branch, failure: end }] : [])),
  };
}

type End = "deleted" | "kept" | "in use";

async function settled<T>(action: () => Promise<T>): Promise<T | GeneratorError> {
  try {
    return await action();
  } catch (failure) {
    if (!(failure instanceof GeneratorError) || endsAll(failure)) throw failure;
    return failure;
  }
}

async function endOf(github: GitHub, branch: Branch, live: readonly Pull[]): Promise<End> {
  const pulls = live.length === 0 ? await pullsOfBranch(github, { branch: branch.name }) : live;
  if (live.length === 0 && !isDoneWith(pulls, branch)) return "in use";
  if (isWhollyMerged(pulls, branch)) return (await isDeleted(github, branch)) ? "deleted" : "kept";
  return (await isEnded(github, branch, live)) ? "deleted" : "kept";
}

async function branchesWith(github: GitHub, prefix: string): Promise<readonly Branch[]> {
  const call = github.rest.git.listMatchingRefs({ ...github.repository, ref: `heads/${prefix}` });
  const refs = await answer(call, list(REF));
  return refs.map(({ ref, object }) => ({ name: ref.replace(/^refs\/heads\//, ""), head: object.sha }));
}

/** The name may be in use again: by a pull request that was opened after the list was read, or for one that is yet to be opened. */
function isDoneWith(pulls: readonly Pull[], { head }: Branch): boolean {
  return pulls.some((pull) => pull.head === head) && pulls.every(({ state }) => state === "closed");
}

/** Then a person's commits are where they were to go, and the branch would only keep the next change of the same kind from its name. */
function isWhollyMerged(pulls: readonly Pull[], { head }: Branch): boolean {
  return pulls.some((pull) => pull.isMerged && pull.head === head);
}

async function isEnded(github: GitHub, branch: Branch, live: readonly Pull[]): Promise<boolean> {
  if (!isOurs(await readOneCommit(github, branch.head))) return false;
  for (const { number } of live) {
    await upsertComment(github, number, MARKER, REASON);
    await answer(github.rest.pulls.update({ ...github.repository, pull_number: number, state: "closed" }), PULL);
  }
  return isDeleted(github, branch);
}

/** A commit that was pushed meanwhile keeps the branch, and so does a rule that forbids to delete it. */
async function isDeleted(github: GitHub, { name, head }: Branch): Promise<boolean> {
  try {
    await moveBranch(github, name, head, undefined);
    return true;
  } catch (error) {
    if (isRefusal(error, 409) || [403, 422].includes(refusalStatus(error) ?? 0)) return false;
    throw error;
  }
}
