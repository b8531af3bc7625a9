import type { KeyedItems } from "./list-keys.ts";

/** Whether items that both lists have stand in orders that mean different things. */
export function orderMatters(field: string, before: KeyedItems, after: KeyedItems): boolean {
  return (ORDERED[field] ?? never)(before, after);
}

type Comparison = (before: KeyedItems, after: KeyedItems) => boolean;

const never: Comparison = () => false;

/** Init containers run in their order. */
const otherSequence: Comparison = (before, after) => {
  const kept = [...before.keys()].filter((key) => after.has(key));
  const now = [...after.keys()].filter((key) => before.has(key));
  return kept.some((key, index) => key !== now[index]);
};

/** `$(NAME)` in a variable is replaced only when NAME stands before it; that NAME itself came or went is told as such. */
const otherReplacements: Comparison = (before, after) =>
  [...before.keys()].some((key) => {
    const common = usedVariables(after.get(key)?.value).filter((name) => before.has(name) && after.has(name));
    return common.some((name) => standsBefore(before, name, key) !== standsBefore(after, name, key));
  });

function usedVariables(value: unknown): string[] {
  return typeof value === "string" ? [...value.matchAll(/\$\(([A-Za-z_]\w*)\)/g)].map(([, name]) => name ?? "") : [];
}

function standsBefore(items: KeyedItems, name: string, other: string): boolean {
  const keys = [...items.keys()];
  return keys.indexOf(name) < keys.indexOf(other);
}

const ORDERED: Readonly<Record<string, Comparison>> = { env: otherReplacements, initContainers: otherSequence };
