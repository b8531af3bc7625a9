import { commitOf, type Store } from "./store.ts";
import { differences, EMPTY } from "./trees.ts";

/** A commit and all before it, newest first. */
export function ancestors(store: Store, head: string): string[] {
  return [...reachable(store, head)].sort((a, b) => (store.order.get(b) ?? 0) - (store.order.get(a) ?? 0));
}

/** The same in no order. */
export function reachable(store: Store, head: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const pending = [head];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    pending.push(...commitOf(store, id).parents);
  }
  return seen;
}

/** Whether `descendant` holds everything of `ancestor`; a commit holds itself. */
export function contains(store: Store, descendant: string, ancestor: string): boolean {
  return reachable(store, descendant).has(ancestor);
}

/** The newest commit that both hold; undefined for histories that have nothing in common. */
export function mergeBase(store: Store, one: string, other: string): string | undefined {
  const held = reachable(store, other);
  return ancestors(store, one).find((id) => held.has(id));
}

/** What `head` holds and `base` does not, newest first. */
export function commitsBetween(store: Store, base: string, head: string): string[] {
  const held = reachable(store, base);
  return ancestors(store, head).filter((id) => !held.has(id));
}

/** Whether the commit changed the file, or a file of the folder, against its first parent. */
export function touches(store: Store, id: string, path: string): boolean {
  const { tree, parents } = commitOf(store, id);
  const before = parents[0] === undefined ? EMPTY : commitOf(store, parents[0]).tree;
  return [...differences(store, before, tree).keys()].some((changed) => changed === path || changed.startsWith(`${path}/`));
}
