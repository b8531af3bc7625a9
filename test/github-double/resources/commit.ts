import { commitOf } from "../git/store.ts";
import { type Difference, differences, EMPTY } from "../git/trees.ts";
import type { Site } from "../server/call.ts";
import type { State } from "../state/state.ts";
import { UNSIGNED } from "./git.ts";
import { repositoryPage, repositoryUrl } from "./repository.ts";
import { nodeId, user } from "./user.ts";

/** A commit as it stands in lists. */
export function commit(state: State, site: Site, sha: string): object {
  const { tree, parents, author, committer, message } = commitOf(state.store, sha);
  const url = repositoryUrl(state, site);
  const page = repositoryPage(state, site);
  return {
    sha,
    node_id: nodeId("C", sha),
    url: `${url}/commits/${sha}`,
    html_url: `${page}/commit/${sha}`,
    comments_url: `${url}/commits/${sha}/comments`,
    commit: {
      ...{ url: `${url}/git/commits/${sha}`, author, committer, message, comment_count: 0, verification: UNSIGNED },
      tree: { sha: tree, url: `${url}/git/trees/${tree}` },
    },
    author: user(site, author.name),
    committer: user(site, committer.name),
    parents: parents.map((parent) => ({ sha: parent, url: `${url}/commits/${parent}`, html_url: `${page}/commit/${parent}` })),
  };
}

/** A commit that was asked for itself: with its files. */
export function commitWithFiles(state: State, site: Site, sha: string): object {
  const { tree, parents } = commitOf(state.store, sha);
  const before = parents[0] === undefined ? EMPTY : commitOf(state.store, parents[0]).tree;
  const files = changedFiles(state, site, { before, after: tree, sha });
  return { ...commit(state, site, sha), stats: { ...totals(files), total: sum(files, "changes") }, files };
}

export interface ChangedFile {
  readonly filename: string;
  readonly additions: number;
  readonly deletions: number;
  readonly changes: number;
}

/** The files that differ between two trees, with lines counted as if order did not matter. */
export function changedFiles(
  state: State,
  site: Site,
  { before, after, sha }: { readonly before: string; readonly after: string; readonly sha: string },
): ChangedFile[] {
  return [...differences(state.store, before, after)].map(([path, change]) => changedFile(state, site, { path, change, sha }));
}

export function totals(files: readonly ChangedFile[]): { readonly additions: number; readonly deletions: number } {
  return { additions: sum(files, "additions"), deletions: sum(files, "deletions") };
}

function changedFile(
  state: State,
  site: Site,
  { path, change, sha }: { readonly path: string; readonly change: Difference; readonly sha: string },
): ChangedFile & object {
  const [before, after] = [change.before, change.after].map((leaf) => lines(state, leaf?.sha)) as [string[], string[]];
  const [additions, deletions] = [without(after, before), without(before, after)];
  const page = repositoryPage(state, site);
  return {
    sha: (change.after ?? change.before)?.sha ?? null,
    filename: path,
    status: change.before === undefined ? "added" : change.after === undefined ? "removed" : "modified",
    ...{ additions, deletions, changes: additions + deletions },
    blob_url: `${page}/blob/${sha}/${encodeURI(path)}`,
    raw_url: `${page}/raw/${sha}/${encodeURI(path)}`,
    contents_url: `${repositoryUrl(state, site)}/contents/${encodeURI(path)}?ref=${sha}`,
  } as ChangedFile & object;
}

function lines({ store }: State, blob: string | undefined): string[] {
  return blob === undefined ? [] : (store.blobs.get(blob)?.toString() ?? "").split("\n");
}

function without(some: readonly string[], others: readonly string[]): number {
  const present = new Set(others);
  return some.filter((line) => !present.has(line)).length;
}

function sum(files: readonly ChangedFile[], field: "additions" | "deletions" | "changes"): number {
  return files.reduce((total, file) => total + file[field], 0);
}
