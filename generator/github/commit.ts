import { ownMarks } from "../own-marks.ts";
import { COMMIT, CREATED } from "./answers.ts";
import { answer } from "./calls.ts";
import type { GitHub } from "./client.ts";

export interface Commit {
  readonly sha: string;
  readonly message: string;
  readonly tree: string;
  readonly parents: readonly string[];
}

/** A commit of ours on top of the base. Without an author, so that GitHub signs it for an App. Returns its hash. */
export async function writeCommit(
  github: GitHub,
  { message, tree, parent }: { readonly message: string; readonly tree: string; readonly parent: string },
): Promise<string> {
  const marked = `${message.trimEnd()}\n\n${ownMarks(parent, tree).join("\n")}`;
  const call = github.rest.git.createCommit({ ...github.repository, message: marked, tree, parents: [parent] });
  return (await answer(call, CREATED)).sha;
}

export async function readOneCommit(github: GitHub, sha: string): Promise<Commit> {
  const commit = await answer(github.rest.git.getCommit({ ...github.repository, commit_sha: sha }), COMMIT);
  return { sha, message: commit.message, tree: commit.tree.sha, parents: commit.parents.map((parent) => parent.sha) };
}

/**
 * Whether a branch that ends with this commit has nothing of a person's. Our commit stands alone on the base and says on which,
 * and with what tree: one that was amended or rebased keeps our words, and is a person's work all the same.
 */
export function isOurs({ message, tree, parents }: Commit): boolean {
  const lines = message.split(/\r?\n/);
  const [parent = ""] = parents;
  return parents.length === 1 && ownMarks(parent, tree).every((line) => lines.includes(line));
}
