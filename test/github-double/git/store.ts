import { type Commit, commitContent, inGitOrder, objectId, type TreeEntry, treeContent } from "./objects.ts";

/** The objects of a repository by their id. Nothing is ever taken out. */
export interface Store {
  readonly blobs: Map<string, Buffer>;
  /** In git's order. */
  readonly trees: Map<string, readonly TreeEntry[]>;
  readonly commits: Map<string, Commit>;
  /** The number of each commit, counted as they were made: parents have lower ones. */
  readonly order: Map<string, number>;
}

export function newStore(): Store {
  const store = { blobs: new Map(), trees: new Map(), commits: new Map(), order: new Map() };
  addTree(store, []);
  return store;
}

export function addBlob(store: Store, content: Uint8Array): string {
  const id = objectId("blob", content);
  store.blobs.set(id, Buffer.from(content));
  return id;
}

export function addTree(store: Store, entries: Iterable<TreeEntry>): string {
  const sorted = inGitOrder(entries);
  const id = objectId("tree", treeContent(sorted));
  store.trees.set(id, sorted);
  return id;
}

export function addCommit(store: Store, commit: Commit): string {
  const id = objectId("commit", commitContent(commit));
  if (!store.commits.has(id)) store.order.set(id, store.commits.size);
  store.commits.set(id, commit);
  return id;
}

/** A commit that must be there. */
export function commitOf(store: Store, id: string): Commit {
  const commit = store.commits.get(id);
  if (commit === undefined) throw new Error(`the double has no commit ${id}`);
  return commit;
}

export function entriesOf(store: Store, tree: string): readonly TreeEntry[] {
  const entries = store.trees.get(tree);
  if (entries === undefined) throw new Error(`the double has no tree ${tree}`);
  return entries;
}
