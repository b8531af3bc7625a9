import { EXIT, GeneratorError } from "../errors.ts";
import { askGit, requireGit } from "./git-command.ts";
import { importCommit, isImported, isSameCommit, type NewCommit } from "./git-import.ts";

/** Whether the clone has a local branch of this name. */
export async function hasBranch(folder: string, branch: string): Promise<boolean> {
  return (await headOf(folder, branch)) !== undefined;
}

/**
 * Makes a branch of one commit, or makes it anew where all that it holds was made so before. A branch that a person has committed to,
 * or that is checked out, is refused.
 */
export async function writeBranch(folder: string, branch: string, commit: NewCommit): Promise<"committed" | "unchanged"> {
  const head = await headOf(folder, branch);
  if (head !== undefined) await refuseWork(folder, branch, head);
  const made = await importCommit(folder, commit);
  if (head !== undefined && (await isSameCommit(folder, head, made))) return "unchanged";
  const expected = head ?? "0".repeat(made.length);
  await requireGit(folder, "update-ref", "-m", "milvus-gitops", `refs/heads/${branch}`, made, expected);
  return "committed";
}

async function headOf(folder: string, branch: string): Promise<string | undefined> {
  const { stdout, failure } = await askGit(folder, "rev-parse", "--verify", "--quiet", `refs/heads/${branch}^{commit}`);
  return failure === undefined ? stdout.trim() : undefined;
}

async function refuseWork(folder: string, branch: string, head: string): Promise<void> {
  const checkedOut = await requireGit(folder, "worktree", "list", "--porcelain");
  if (checkedOut.split("\n").includes(`branch refs/heads/${branch}`)) throw inUse(branch);
  if (await isImported(folder, head)) return;
  throw edited(branch, (await requireGit(folder, "log", "-1", "--format=%s", head)).trim());
}

function inUse(branch: string): GeneratorError {
  return new GeneratorError({
    code: "E_CONFLICT",
    exitCode: EXIT.check,
    message: `The branch ${branch} is checked out, so it is not made anew under whoever works on it.`,
    remedy: "Check out another branch and run again.",
  });
}

function edited(branch: string, subject: string): GeneratorError {
  return new GeneratorError({
    code: "E_CONFLICT",
    exitCode: EXIT.check,
    message: `The branch ${branch} holds a commit of a person, ${JSON.stringify(subject)}, which would be lost.`,
    remedy: "Merge or rename the branch, and run again.",
  });
}
