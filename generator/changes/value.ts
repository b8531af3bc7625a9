/** A mapping of plain data. */
export interface JsonMap {
  readonly [field: string]: unknown;
}

export function isMap(value: unknown): value is JsonMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isMapList(value: unknown): value is readonly JsonMap[] {
  return Array.isArray(value) && value.every(isMap);
}

/** A field of a mapping; undefined where it is missing or null, which mean the same to Kubernetes. */
export function fieldOf(value: unknown, field: string): unknown {
  return isMap(value) && Object.hasOwn(value, field) ? (value[field] ?? undefined) : undefined;
}

/** What stands at a path; undefined where the path ends before. */
export function read(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce(fieldOf, value);
}

/** The text at a path, undefined for anything else. */
export function readText(value: unknown, ...path: readonly string[]): string | undefined {
  const found = read(value, ...path);
  return typeof found === "string" ? found : undefined;
}

export function readNumber(value: unknown, ...path: readonly string[]): number | undefined {
  const found = read(value, ...path);
  return typeof found === "number" ? found : undefined;
}

/** The mappings of a list at a path; none where there is no list. */
export function readMaps(value: unknown, ...path: readonly string[]): readonly JsonMap[] {
  const found = read(value, ...path);
  return Array.isArray(found) ? found.filter(isMap) : [];
}

/** The texts of a list at a path. */
export function readTexts(value: unknown, ...path: readonly string[]): readonly string[] {
  const found = read(value, ...path);
  return Array.isArray(found) ? found.filter((item) => typeof item === "string") : [];
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
