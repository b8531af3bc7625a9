import { isFolder } from "../git/objects.ts";
import { commitOf, entriesOf } from "../git/store.ts";
import { flatten, type Leaf } from "../git/trees.ts";
import type { Site } from "../server/call.ts";
import type { State } from "../state/state.ts";
import { repositoryPage, repositoryUrl } from "./repository.ts";
import { nodeId } from "./user.ts";

export function gitRef(state: State, site: Site, ref: string, sha: string): object {
  const url = repositoryUrl(state, site);
  return {
    ref,
    node_id: nodeId("REF", ref),
    url: `${url}/git/${ref}`,
    object: { type: "commit", sha, url: `${url}/git/commits/${sha}` },
  };
}

export function gitCommit(state: State, site: Site, sha: string): object {
  const { tree, parents, author, committer, message } = commitOf(state.store, sha);
  const url = repositoryUrl(state, site);
  const page = repositoryPage(state, site);
  return {
    sha,
    node_id: nodeId("C", sha),
    url: `${url}/git/commits/${sha}`,
    html_url: `${page}/commit/${sha}`,
    author,
    committer,
    tree: { sha: tree, url: `${url}/git/trees/${tree}` },
    message,
    parents: parents.map((parent) => ({
      ...{ sha: parent, url: `${url}/git/commits/${parent}`, html_url: `${page}/commit/${parent}` },
    })),
    verification: UNSIGNED,
  };
}

/** A tree, all of it or its first level; cut to so many entries where it would be longer. */
export function gitTree(
  state: State,
  site: Site,
  { sha, isRecursive, limit }: { readonly sha: string; readonly isRecursive: boolean; readonly limit: number },
): object {
  const url = repositoryUrl(state, site);
  const top = () => new Map(entriesOf(state.store, sha).map(({ name, ...leaf }): [string, Leaf] => [name, leaf]));
  const entries = [...(isRecursive ? flatten(state.store, sha, true) : top())];
  const shown = entries.slice(0, limit).map(([path, leaf]) => treeEntry(state, url, path, leaf));
  return { sha, url: `${url}/git/trees/${sha}`, tree: shown, truncated: entries.length > limit };
}

export const UNSIGNED = { verified: false, reason: "unsigned", signature: null, payload: null, verified_at: null };

function treeEntry({ store }: State, url: string, path: string, { mode, sha }: Leaf): object {
  if (isFolder({ mode })) return { path, mode: "040000", type: "tree", sha, url: `${url}/git/trees/${sha}` };
  return { path, mode, type: "blob", sha, size: store.blobs.get(sha)?.length ?? 0, url: `${url}/git/blobs/${sha}` };
}
