import { addBlob } from "../git/store.ts";
import { EMPTY, editTree, entryAt, type Leaf } from "../git/trees.ts";
import { gitTree } from "../resources/git.ts";
import { type Answer, type Call, created, type Routes } from "../server/call.ts";
import { unprocessable } from "../server/refusal.ts";
import type { State } from "../state/state.ts";

export const newTreeRoutes: Routes = {
  "POST /repos/{owner}/{repo}/git/trees": createTree,
};

interface Entry {
  readonly path?: string;
  readonly mode?: string;
  readonly type?: string;
  readonly sha?: string | null;
  readonly content?: string;
}

function createTree({ state, site, body }: Call): Answer {
  const { tree: entries, base_tree: base } = body as { readonly tree: readonly Entry[]; readonly base_tree?: string };
  if (base !== undefined && !state.store.trees.has(base)) throw unprocessable("base_tree is not a valid tree oid");
  const edits = new Map(entries.map((entry) => [requirePath(entry), leafOf(state, entry, base ?? EMPTY)]));
  const sha = editTree(state.store, base, edits);
  return created(gitTree(state, site, { sha, isRecursive: false, limit: Number.POSITIVE_INFINITY }));
}

function leafOf(state: State, entry: Entry, base: string): Leaf | undefined {
  const { path = "", mode, sha, content } = entry;
  if (sha === null) {
    if (entryAt(state.store, base, path) === undefined) throw unprocessable("GitRPC::BadObjectState");
    return undefined;
  }
  if (mode === undefined) throw unprocessable("Must supply a valid tree.mode");
  if ((sha === undefined) === (content === undefined)) throw unprocessable("Must supply either tree.sha or tree.content");
  if (content !== undefined) return { mode, sha: addBlob(state.store, Buffer.from(content)) };
  return existing(state, { mode, sha: sha ?? "" });
}

function existing({ store }: State, { mode, sha }: Leaf): Leaf {
  const isTree = mode === "040000";
  if (!(isTree ? store.trees : store.blobs).has(sha))
    throw unprocessable(`tree.sha ${sha} is not a valid ${isTree ? "tree" : "blob"}`);
  return { mode: isTree ? "40000" : mode, sha };
}

function requirePath({ path = "" }: Entry): string {
  const isWellFormed = path
    .split("/")
    .every((part) => part !== "" && part !== "." && part !== ".." && part.toLowerCase() !== ".git");
  if (!isWellFormed) throw unprocessable("tree.path contains a malformed path component");
  return path;
}
