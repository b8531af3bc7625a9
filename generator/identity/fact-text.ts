/** A value as one line that is the same whatever the order of its fields: `app.kubernetes.io/name=etcd`. */
export function factText(value: unknown): string {
  return isBranch(value) ? leaves(value, "").sort().join() : String(value);
}

function leaves(value: object, above: string): string[] {
  return Object.entries(value).flatMap(([key, item]) => {
    const name = nameBelow(above, key, Array.isArray(value));
    return isBranch(item) ? leaves(item, name) : [`${name}=${item}`];
  });
}

/** A selector is nothing but `matchLabels`, and items of a list have no name of their own. */
function nameBelow(above: string, key: string, isItem: boolean): string {
  if (isItem || key === "matchLabels") return above;
  return above === "" ? key : `${above}.${key}`;
}

function isBranch(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
