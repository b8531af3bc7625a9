import { EXIT, GeneratorError } from "../errors.ts";
import { askGit, requireGit } from "./git-command.ts";
import { importCommit, isSameCommit, type NewCommit } from "./git-import.ts";

/** Whether the clone has a local branch of this name. */
export async function hasBranch(folder: string, branch: string): Promise<boolean> {
  return (await headOf(folder, branch)) !== undefined;
}

/**
 * Makes a branch of one commit, or makes it anew where all that it holds was made so before. A branch that a person has committed to,
 * or that is checked out, is refused. `mark` is the line by which own commits are known.
 */
export async function writeBranch(
  folder: string,
  branch: string,
  { mark, ...commit }: NewCommit & { readonly mark: string },
): Promise<"committed" | "unchanged"> {
  const head = await headOf(folder, branch);
  if (head !== undefined) await refuseWork(folder, { branch, head, parent: commit.parent, mark });
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

interface Existing {
  readonly branch: string;
  readonly head: string;
  readonly parent: string;
  readonly mark: string;
}

async function refuseWork(folder: string, { branch, head, parent, mark }: Existing): Promise<void> {
  const checkedOut = await requireGit(folder, "worktree", "list", "--porcelain");
  if (checkedOut.split("\n").includes(`branch refs/heads/${branch}`)) throw inUse(branch);
  const bodies = await requireGit(folder, "log", "-z", "--format=%B", `${parent}..${head}`);
  const foreign = bodies.split("\0").filter((body) => body !== "" && !body.split("\n").includes(mark));
  if (foreign.length > 0) throw edited(branch, foreign[0]?.split("\n")[0] ?? "");
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
