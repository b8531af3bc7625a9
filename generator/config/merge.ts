/**
 * What two layers say together: mappings key by key, lists and single values from the upper one. What one layer says alone
 * is shared, not copied, so a thousand environments of one profile cost little more than what they say themselves.
 */
export function merge<T>(lower: T, upper: T): T {
  return isMapping(lower) && isMapping(upper) ? (mergeMappings(lower, upper) as T) : upper;
}

type Mapping = Readonly<Record<string, unknown>>;

function mergeMappings(lower: Mapping, upper: Mapping): Mapping {
  const keys = Object.keys(upper);
  if (keys.length === 0) return lower;
  const merged: Record<string, unknown> = { ...lower };
  for (const key of keys) merged[key] = Object.hasOwn(lower, key) ? merge(lower[key], upper[key]) : upper[key];
  return merged;
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
