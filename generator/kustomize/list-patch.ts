import { isSame, type JsonMap } from "./json.ts";
import { type KeyedItems, keyFields, keyLists, type ListKey } from "./list-keys.ts";
import { mergePatch } from "./merge-patch.ts";

/**
 * The patch of a list of mappings, undefined when nothing differs. Kustomize puts the items of a patch first, in the patch's order,
 * and the others of the base behind them. Where an item depends on its place, the items that must stay before it are named without
 * a change.
 */
export function listPatch(field: string, base: readonly JsonMap[], target: readonly JsonMap[]): unknown {
  const lists = keyLists(field, base, target);
  const [before, after] = lists?.keyed ?? [];
  if (lists === undefined || before === undefined || after === undefined) return isSame(base, target) ? undefined : target;
  const changes = itemChanges(lists.key, before, after);
  const patch = [...(PLACED[field] ?? anyPlace)(lists.key, after, changes), ...removals(lists.key, before, after)];
  return patch.length === 0 ? undefined : patch;
}

/** What changes in each item of the target. */
function itemChanges(key: ListKey, base: KeyedItems, target: KeyedItems): KeyedItems {
  const changes = new Map<string, JsonMap>();
  for (const [name, item] of target) {
    const before = base.get(name);
    const change = before === undefined ? item : mergePatch(before, item);
    if (change !== undefined) changes.set(name, { ...keyFields(key, item), ...change });
  }
  return changes;
}

function removals(key: ListKey, base: KeyedItems, target: KeyedItems): JsonMap[] {
  const gone = [...base].filter(([name]) => !target.has(name));
  return gone.map(([, item]) => ({ ...keyFields(key, item), $patch: "delete" }));
}

type Placement = (key: ListKey, target: KeyedItems, changes: KeyedItems) => JsonMap[];

const anyPlace: Placement = (_key, _target, changes) => [...changes.values()];

/** `$(NAME)` in a variable is replaced only when NAME stands before it. */
const afterVariables: Placement = (key, target, changes) => {
  const placed = new Map<string, JsonMap>();
  const place = (name: string) => {
    const item = target.get(name);
    if (item === undefined || placed.has(name)) return;
    for (const used of usedVariables(item.value)) place(used);
    placed.set(name, changes.get(name) ?? keyFields(key, item));
  };
  for (const name of changes.keys()) place(name);
  return [...placed.values()];
};

function usedVariables(value: unknown): string[] {
  return typeof value === "string" ? [...value.matchAll(/\$\(([A-Za-z_]\w*)\)/g)].map(([, name]) => name ?? "") : [];
}

/** Init containers run in their order. */
const inOrder: Placement = (key, target, changes) => {
  const items = [...target];
  const last = items.findLastIndex(([name]) => changes.has(name));
  return items.slice(0, last + 1).map(([name, item]) => changes.get(name) ?? keyFields(key, item));
};

const PLACED: Readonly<Record<string, Placement>> = { env: afterVariables, initContainers: inOrder };
