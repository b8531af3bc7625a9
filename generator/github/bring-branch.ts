import type { RemoteBranch } from "./branch.ts";
import type { ChangedFile } from "./changed-files.ts";
import type { GitHub } from "./client.ts";
import { type Commit, isOurs, readOneCommit, writeCommit } from "./commit.ts";
import { conflict } from "./failure.ts";
import type { Place } from "./place.ts";
import { createBranch, headOf, moveBranch } from "./ref.ts";
import { writeTree } from "./write-tree.ts";

/** What the branch shall come to: one commit on the base, with this tree. */
export interface Goal {
  readonly base: RemoteBranch;
  readonly changes: ReadonlyMap<string, ChangedFile | undefined>;
  readonly tree: string;
  readonly message: string;
}

export interface Brought {
  readonly head: string;
  /** `persons`: it has a commit that is not ours and was left as it is. */
  readonly outcome: "there" | "moved" | "persons";
}

const READS_OF_A_NEW_BRANCH = 4;

/** Lets the branch come to the goal, by as few calls as it takes: one read when it is there already. */
export async function bringBranch(github: GitHub, goal: Goal, { branch, pull }: Place): Promise<Brought> {
  return pull === undefined ? start(github, goal, branch) : move(github, goal, { branch, from: pull.head });
}

/** Without a pull request the branch is rarely there, so it is made first and looked at only when that fails. */
async function start(github: GitHub, goal: Goal, branch: string): Promise<Brought> {
  const commit = await write(github, goal);
  if (await createBranch(github, branch, commit)) return { head: commit, outcome: "moved" };
  const from = await appearing(github, branch);
  return from === commit ? { head: commit, outcome: "moved" } : move(github, goal, { branch, from, commit });
}

async function move(
  github: GitHub,
  goal: Goal,
  { branch, from, commit }: { readonly branch: string; readonly from: string; readonly commit?: string },
): Promise<Brought> {
  const current = await readOneCommit(github, from);
  if (isGoal(current, goal)) return { head: from, outcome: "there" };
  if (!isOurs(current)) return { head: from, outcome: "persons" };
  const to = commit ?? (await write(github, goal));
  await moveBranch(github, branch, from, to);
  return { head: to, outcome: "moved" };
}

/** Whoever made it: also the merge commit of GitHub's "Update branch" has the tree on the base. */
function isGoal({ tree, parents }: Commit, goal: Goal): boolean {
  return tree === goal.tree && parents.includes(goal.base.commit);
}

async function write(github: GitHub, { base, changes, tree, message }: Goal): Promise<string> {
  await writeTree(github, base.tree, changes, tree);
  return writeCommit(github, { message, tree, parent: base.commit });
}

/** A branch that exists can be invisible for a moment; one that stays so is in the way by its name alone, as `a` is of `a/b`. */
async function appearing(github: GitHub, branch: string): Promise<string> {
  for (let read = 1; read <= READS_OF_A_NEW_BRANCH; read++) {
    const head = await headOf(github, branch);
    if (head !== undefined) return head;
    await github.pause(read);
  }
  throw conflict(`GitHub says that the branch ${branch} exists, and does not show it.`);
}
