import { mergeBase } from "./history.ts";
import { commitOf, type Store } from "./store.ts";
import { differences, editTree, type Leaf } from "./trees.ts";

/** The tree of `onto` with what `head` changed since they parted; undefined where both changed a file differently. */
export function mergedTree(store: Store, onto: string, head: string): string | undefined {
  const base = mergeBase(store, onto, head);
  return base === undefined ? undefined : carriedOver(store, { from: base, to: head, onto });
}

/** The tree of `onto` with the change from one commit to another; undefined where it changed the same file differently. */
export function carriedOver(
  store: Store,
  { from, to, onto }: { readonly from: string; readonly to: string; readonly onto: string },
): string | undefined {
  const [before, after, present] = [from, to, onto].map((id) => commitOf(store, id).tree) as [string, string, string];
  const theirs = differences(store, before, after);
  const ours = differences(store, before, present);
  const clash = [...theirs].some(([path, { after: leaf }]) => ours.has(path) && !isSame(ours.get(path)?.after, leaf));
  return clash ? undefined : editTree(store, present, new Map([...theirs].map(([path, { after: leaf }]) => [path, leaf])));
}

function isSame(one: Leaf | undefined, other: Leaf | undefined): boolean {
  return one?.sha === other?.sha && one?.mode === other?.mode;
}
