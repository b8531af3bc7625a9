/** A mapping of YAML as a value. */
export type Mapping = Readonly<Record<string, unknown>>;

export function isMapping(value: unknown): value is Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a field holds; undefined where there is none. Items of lists are no fields. */
export function fieldOf(value: unknown, path: readonly string[]): unknown {
  return path.reduce((inner, key) => (isMapping(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined), value);
}

/** The value inside mappings of its own: `{ etcd: { replicas: 3 } }` of `etcd`, `replicas` and 3. */
export function nest(path: readonly string[], value: unknown): unknown {
  return path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
}
