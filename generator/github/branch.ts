import { BRANCH, COMMIT_OF_REF, TREE } from "./answers.ts";
import { answer } from "./calls.ts";
import type { GitHub } from "./client.ts";
import { githubError } from "./failure.ts";

export { readBlobs } from "./blobs.ts";

/** What a commit holds at a path: the hash of its contents and its mode, `100644`; links and submodules are no files. */
export interface RemoteEntry {
  readonly id: string;
  readonly mode: string;
  readonly isFile: boolean;
}

/** A commit with everything in it, by its path from the top of the repository. */
export interface RemoteBranch {
  readonly name: string;
  readonly commit: string;
  readonly tree: string;
  readonly entries: ReadonlyMap<string, RemoteEntry>;
}

/** The newest commit of a branch: two calls, and one more for each folder of a tree that is too large for one answer. */
export async function readBranch(github: GitHub, name: string): Promise<RemoteBranch> {
  const { commit } = await answer(github.rest.repos.getBranch({ ...github.repository, branch: name }), BRANCH);
  const tree = commit.commit.tree.sha;
  return { name, commit: commit.sha, tree, entries: await readTree(github, tree) };
}

/** Any commit: by a hash, a branch or a tag. */
export async function readCommit(github: GitHub, ref: string): Promise<RemoteBranch> {
  const { sha, commit } = await answer(github.rest.repos.getCommit({ ...github.repository, ref }), COMMIT_OF_REF);
  return { name: ref, commit: sha, tree: commit.tree.sha, entries: await readTree(github, commit.tree.sha) };
}

interface Folder {
  readonly path: string;
  readonly tree: string;
}

async function readTree(github: GitHub, tree: string): Promise<ReadonlyMap<string, RemoteEntry>> {
  const entries = new Map<string, RemoteEntry>();
  await walk(github, { path: "", tree }, entries);
  return entries;
}

/** GitHub cuts a recursive answer at 100,000 entries or 7 MB; then each folder is asked for by itself. */
async function walk(github: GitHub, folder: Folder, entries: Map<string, RemoteEntry>): Promise<void> {
  const place = { ...github.repository, tree_sha: folder.tree };
  const whole = await answer(github.rest.git.getTree({ ...place, recursive: "1" }), TREE);
  const level = whole.truncated ? await answer(github.rest.git.getTree(place), TREE) : whole;
  if (level.truncated) throw tooLarge(folder.path);
  const found = level.tree.map(({ path, ...entry }) => ({ ...entry, path: `${folder.path}${path}` }));
  for (const { path, type, mode, sha } of found.filter(({ type }) => type !== "tree")) {
    entries.set(path, { id: sha, mode, isFile: type === "blob" && mode.startsWith("100") });
  }
  const folders = whole.truncated ? found.filter(({ type }) => type === "tree") : [];
  for (const { path, sha } of folders) await walk(github, { path: `${path}/`, tree: sha }, entries);
}

function tooLarge(path: string) {
  return githubError({
    code: "E_GITHUB",
    message: `The folder ${path === "" ? "at the top of the repository" : path} has more entries than GitHub lists.`,
    remedy: "Divide the folder.",
  });
}
