import { EXIT, GeneratorError } from "../errors.ts";
import { askGit, requireGit } from "./git-command.ts";

/**
 * The commit that a name stands for: a branch, a tag, `HEAD~1`, a hash. A name is never taken for an option. Undefined for HEAD
 * before the first commit.
 */
export async function findCommit(folder: string, ref: string): Promise<string | undefined> {
  await requireGit(folder, "rev-parse", "--git-dir");
  const { stdout, failure } = await askGit(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`);
  const commit = stdout.trim();
  if (failure === undefined && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit)) return commit;
  if (ref === "HEAD" && (await isUnborn(folder))) return undefined;
  throw noCommit(ref, await isShallow(folder));
}

/** Whether the clone has a commit, which is given by its whole hash. */
export async function hasCommit(folder: string, commit: string): Promise<boolean> {
  const { failure } = await askGit(folder, "cat-file", "-e", `${commit}^{commit}`);
  return failure === undefined;
}

/**
 * The commit that this one was made on, for a merge the one that it was merged into; undefined for the first of all. The commit itself
 * says it, so it is known also where a shallow clone ends.
 */
export async function firstParent(folder: string, commit: string): Promise<string | undefined> {
  const [header = ""] = (await requireGit(folder, "cat-file", "commit", commit)).split("\n\n");
  return /^parent ([0-9a-f]+)$/m.exec(header)?.[1];
}

/** The newest commit up to this one, along the line that pull requests are merged into, that changed one of the paths. */
export async function lastChange(folder: string, commit: string, paths: readonly string[]): Promise<string | undefined> {
  const log = await requireGit(folder, "log", "-1", "--first-parent", "--format=%H", commit, "--", ...paths);
  return log.trim() || undefined;
}

export async function subjectOf(folder: string, commit: string): Promise<string> {
  return (await requireGit(folder, "log", "-1", "--format=%s", commit)).trim();
}

/** Refuses a folder that is not the top of its repository: Argo CD's paths, and those of a commit, start there. */
export async function requireTop(folder: string): Promise<void> {
  const prefix = (await requireGit(folder, "rev-parse", "--show-prefix")).trim();
  if (prefix === "") return;
  throw new GeneratorError({
    code: "E_PATH",
    exitCode: EXIT.input,
    message: `This is the folder ${prefix} of a repository, and not its top.`,
    remedy: "Keep gitops.yaml, base/, overlays/ and apps/ at the top: Argo CD's paths start there too.",
  });
}

async function isShallow(folder: string): Promise<boolean> {
  return (await requireGit(folder, "rev-parse", "--is-shallow-repository")).trim() === "true";
}

function noCommit(ref: string, isOfShallow: boolean): GeneratorError {
  const missing = `There is no commit ${JSON.stringify(ref)} in this clone`;
  return new GeneratorError({
    code: "E_REF",
    exitCode: EXIT.input,
    message: isOfShallow ? `${missing}, which is shallow.` : `${missing}.`,
    remedy: isOfShallow
      ? "`git fetch --unshallow` brings the rest of the history."
      : "Use a branch, a tag or a commit that `git log` finds; `git fetch` brings what only the remote has.",
  });
}

/** HEAD names a branch that has no commit yet; a detached HEAD names none. */
async function isUnborn(folder: string): Promise<boolean> {
  const { failure } = await askGit(folder, "symbolic-ref", "--quiet", "HEAD");
  return failure === undefined;
}
