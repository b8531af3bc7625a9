/** A value of a description that differs, in the words of its file; undefined where it is not said. */
export interface FieldChange {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What differs between two descriptions, value by value and by path; a list is one value. */
export function fieldChanges(before: unknown, after: unknown): FieldChange[] {
  const old = leaves(before);
  const now = leaves(after);
  const paths = [...new Set([...old.keys(), ...now.keys()])].sort();
  return paths
    .map((path) => ({ path, before: old.get(path), after: now.get(path) }))
    .filter((change) => change.before !== change.after);
}

function leaves(value: unknown, path = ""): Map<string, string> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return new Map(Object.entries(value).flatMap(([key, item]) => [...leaves(item, joined(path, key))]));
  }
  if (value === undefined) return new Map();
  return new Map([[path, typeof value === "string" ? value : JSON.stringify(value)]]);
}

/** A key with a dot of its own stands in brackets, as `--set` takes it. */
function joined(path: string, key: string): string {
  if (/^[\w-]+$/.test(key)) return path === "" ? key : `${path}.${key}`;
  return `${path}[${JSON.stringify(key)}]`;
}
