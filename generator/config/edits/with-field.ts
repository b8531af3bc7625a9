import { isMapping, nest } from "./mapping.ts";

/** The value with one field set, or removed where `wanted` is undefined. A mapping that loses its last field goes with it. */
export function withField(value: unknown, path: readonly string[], wanted: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return wanted;
  if (wanted === undefined) return withoutField(value, key, rest);
  if (!isMapping(value)) return nest(path, wanted);
  return { ...value, [key]: Object.hasOwn(value, key) ? withField(value[key], rest, wanted) : nest(rest, wanted) };
}

function withoutField(value: unknown, key: string, rest: readonly string[]): unknown {
  if (!isMapping(value) || !Object.hasOwn(value, key)) return value;
  const before = value[key];
  const after = rest.length === 0 ? undefined : withField(before, rest, undefined);
  if (after === before) return value;
  const isGone = after === undefined || (isMapping(after) && Object.keys(after).length === 0);
  return isGone ? without(value, key) : { ...value, [key]: after };
}

function without(value: Readonly<Record<string, unknown>>, key: string): object {
  return Object.fromEntries(Object.entries(value).filter(([other]) => other !== key));
}
