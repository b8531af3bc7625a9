import type { RemoteBranch, RemoteEntry } from "./branch.ts";
import { FOLDER_MODE, treeId } from "./object-id.ts";

interface Leaf {
  readonly id: string;
  readonly mode: string;
}

interface Folder {
  readonly id: string;
  readonly children: ReadonlyMap<string, Leaf | Folder>;
}

/** What a path shall hold from now on; undefined removes it. */
type Edit = readonly [path: readonly string[], leaf: Leaf | undefined];

/**
 * The hash of the base's tree with some paths changed, without asking GitHub: so that a tree that is there already is known
 * before anything is sent. Only the folders on the way to a change are hashed again.
 */
export function treeWith(base: RemoteBranch, changes: ReadonlyMap<string, Leaf | undefined>): string {
  const edits = [...changes].map(([path, leaf]): Edit => [path.split("/"), leaf]);
  return edited(treeOf(base), edits)?.id ?? folder(new Map()).id;
}

const known = new WeakMap<ReadonlyMap<string, RemoteEntry>, Folder | undefined>();

function treeOf({ entries }: RemoteBranch): Folder | undefined {
  if (!known.has(entries)) {
    const edits = [...entries].map(([path, { id, mode }]): Edit => [path.split("/"), { id, mode }]);
    known.set(entries, edited(undefined, edits));
  }
  return known.get(entries);
}

/** Git knows no empty folders. */
function edited(before: Folder | undefined, edits: readonly Edit[]): Folder | undefined {
  const children = new Map(before?.children);
  for (const [name, below] of byFirstName(edits)) {
    const child = childAfter(children.get(name), below);
    if (child === undefined) children.delete(name);
    else children.set(name, child);
  }
  return children.size === 0 ? undefined : folder(children);
}

/** Without the first name of each path. An empty rest is the child itself. */
function childAfter(before: Leaf | Folder | undefined, edits: readonly Edit[]): Leaf | Folder | undefined {
  const [itself] = edits.filter(([path]) => path.length === 0);
  const deeper = edits.filter(([path]) => path.length > 0);
  if (deeper.length === 0) return itself?.[1];
  return edited(before !== undefined && "children" in before ? before : undefined, deeper);
}

function byFirstName(edits: readonly Edit[]): ReadonlyMap<string, readonly Edit[]> {
  const groups = new Map<string, Edit[]>();
  for (const [[name = "", ...rest], leaf] of edits) {
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [[rest, leaf]]);
    else group.push([rest, leaf]);
  }
  return groups;
}

function folder(children: ReadonlyMap<string, Leaf | Folder>): Folder {
  const rows = [...children].map(([name, child]) => ({
    name,
    id: child.id,
    mode: "children" in child ? FOLDER_MODE : child.mode,
  }));
  return { id: treeId(rows), children };
}
