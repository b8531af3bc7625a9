import { COMMIT, CREATED } from "./answers.ts";
import { answer } from "./calls.ts";
import type { GitHub } from "./client.ts";

export interface Commit {
  readonly sha: string;
  readonly message: string;
  readonly tree: string;
  readonly parents: readonly string[];
}

const MARK = "Generated-by: milvus-gitops";

/** A commit of ours on top of the base. Without an author, so that GitHub signs it for an App. Returns its hash. */
export async function writeCommit(
  github: GitHub,
  { message, tree, parent }: { readonly message: string; readonly tree: string; readonly parent: string },
): Promise<string> {
  const marked = `${withoutMark(message)}\n\n${MARK}\nGenerated-on: ${parent}\nGenerated-tree: ${tree}`;
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
  const [parent] = parents;
  return (
    parents.length === 1 && [MARK, `Generated-on: ${parent}`, `Generated-tree: ${tree}`].every((line) => lines.includes(line))
  );
}

function withoutMark(message: string): string {
  return message
    .split("\n")
    .filter((line) => line.trim() !== MARK)
    .join("\n")
    .trimEnd();
}
