import { isMap, isMapList, isSame, type JsonMap } from "./json.ts";
import { listPatch } from "./list-patch.ts";

/**
 * The strategic merge patch that turns `base` into `target`: the fields that differ, `null` for those that go. Undefined when
 * nothing differs.
 */
export function mergePatch(base: JsonMap, target: JsonMap): JsonMap | undefined {
  const changes: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(target)) {
    const change = fieldPatch(field, base[field], value);
    if (change !== undefined) changes[field] = change;
  }
  for (const field of Object.keys(base)) if (!(field in target)) changes[field] = null;
  return Object.keys(changes).length === 0 ? undefined : changes;
}

/** Mappings are compared on the way down, so that nothing is compared twice. */
function fieldPatch(field: string, base: unknown, target: unknown): unknown {
  if (isMap(base) && isMap(target)) return mergePatch(base, target);
  if (isMapList(base) && isMapList(target)) return listPatch(field, base, target);
  return isSame(base, target) ? undefined : target;
}
