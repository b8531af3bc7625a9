import { isFolder, type TreeEntry } from "./objects.ts";
import { addTree, entriesOf, type Store } from "./store.ts";

export interface Leaf {
  readonly mode: string;
  readonly sha: string;
}

export interface Difference {
  readonly before: Leaf | undefined;
  readonly after: Leaf | undefined;
}

export type Edits = ReadonlyMap<string, Leaf | undefined>;

/** Every file of a tree by its path; with `folders` the folders too. Git's order. */
export function flatten(store: Store, tree: string, folders = false): Map<string, Leaf> {
  const all = everything(store, tree, "");
  return new Map(folders ? all : all.filter(([, leaf]) => !isFolder(leaf)));
}

/** What stands at a path, file or folder. */
export function entryAt(store: Store, tree: string, path: string): Leaf | undefined {
  const [name = "", ...rest] = path.split("/");
  const entry = entriesOf(store, tree).find((one) => one.name === name);
  if (entry === undefined || rest.length === 0) return entry;
  return isFolder(entry) ? entryAt(store, entry.sha, rest.join("/")) : undefined;
}

/** The tree with files put in, or taken out where the edit is undefined; a folder that is left empty goes. */
export function editTree(store: Store, tree: string | undefined, edits: Edits): string {
  const entries = tree === undefined ? new Map<string, TreeEntry>() : byName(store, tree);
  for (const [name, below] of byFirstName(edits)) editEntry(store, entries, name, below);
  return addTree(store, entries.values());
}

/** The paths whose file differs, with both sides. Equal folders are not entered. */
export function differences(store: Store, before: string, after: string, prefix = ""): Map<string, Difference> {
  const found = new Map<string, Difference>();
  if (before === after) return found;
  const [left, right] = [byName(store, before), byName(store, after)];
  for (const name of [...new Set([...left.keys(), ...right.keys()])].sort()) {
    const [a, b] = [left.get(name), right.get(name)];
    if (a?.sha === b?.sha && a?.mode === b?.mode) continue;
    for (const [path, one] of entryDifferences(store, a, b, `${prefix}${name}`)) found.set(path, one);
  }
  return found;
}

/** The tree without entries. */
export const EMPTY = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

/** A file that became a folder is taken out and its files are put in. */
function entryDifferences(
  store: Store,
  before: TreeEntry | undefined,
  after: TreeEntry | undefined,
  path: string,
): Map<string, Difference> {
  const below = differences(store, folderOf(before), folderOf(after), `${path}/`);
  const file = { before: fileOf(before), after: fileOf(after) };
  return file.before === undefined && file.after === undefined ? below : new Map([...below, [path, file]]);
}

function folderOf(entry: TreeEntry | undefined): string {
  return entry !== undefined && isFolder(entry) ? entry.sha : EMPTY;
}

function fileOf(entry: TreeEntry | undefined): Leaf | undefined {
  return entry === undefined || isFolder(entry) ? undefined : { mode: entry.mode, sha: entry.sha };
}

function byName(store: Store, tree: string): Map<string, TreeEntry> {
  return new Map(entriesOf(store, tree).map((entry) => [entry.name, entry]));
}

function everything(store: Store, tree: string, prefix: string): [string, Leaf][] {
  return entriesOf(store, tree).flatMap(({ name, mode, sha }): [string, Leaf][] => {
    const entry: [string, Leaf] = [`${prefix}${name}`, { mode, sha }];
    return isFolder({ mode }) ? [entry, ...everything(store, sha, `${prefix}${name}/`)] : [entry];
  });
}

/** An edit of the name itself comes under the empty path. */
function editEntry(store: Store, entries: Map<string, TreeEntry>, name: string, edits: Map<string, Leaf | undefined>): void {
  const whole = edits.get("");
  if (whole !== undefined) entries.set(name, { name, ...whole });
  else if (edits.has("")) entries.delete(name);
  edits.delete("");
  if (edits.size > 0) editFolder(store, entries, name, edits);
}

function editFolder(store: Store, entries: Map<string, TreeEntry>, name: string, below: Edits): void {
  const present = entries.get(name);
  const sha = editTree(store, present !== undefined && isFolder(present) ? present.sha : undefined, below);
  if (entriesOf(store, sha).length === 0) entries.delete(name);
  else entries.set(name, { name, mode: "40000", sha });
}

function byFirstName(edits: Edits): Map<string, Map<string, Leaf | undefined>> {
  const groups = new Map<string, Map<string, Leaf | undefined>>();
  for (const [path, leaf] of edits) {
    const [name = "", ...rest] = path.split("/");
    groups.set(name, (groups.get(name) ?? new Map()).set(rest.join("/"), leaf));
  }
  return groups;
}
