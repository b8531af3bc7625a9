import { EXIT, GeneratorError } from "../../errors.ts";
import { hasBranch } from "../../system/git-branch.ts";
import { findCommit } from "../../system/git-commit.ts";
import { committedSide, type Side } from "../diff-sides.ts";

export interface LocalTree {
  readonly tree: Side;
  readonly commit: string;
}

/** The branch as this clone has it, or what is checked out where the clone has no such branch. */
export async function localTree(directory: string, branch: string): Promise<LocalTree> {
  const ref = (await hasBranch(directory, branch)) ? branch : "HEAD";
  const commit = await findCommit(directory, ref === "HEAD" ? ref : `refs/heads/${ref}`);
  if (commit === undefined) throw noCommit();
  return { tree: await committedSide(directory, ref, commit, []), commit };
}

function noCommit(): GeneratorError {
  return new GeneratorError({
    code: "E_REF",
    exitCode: EXIT.input,
    message: "This clone has no commit yet, so there is nothing to propose a change of.",
    remedy: "Run `npm run generate` and commit what it writes.",
  });
}
