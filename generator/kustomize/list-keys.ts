import type { JsonMap } from "./json.ts";

/** The fields that tell the items of a list apart. */
export type ListKey = readonly string[];

/**
 * By which fields Kubernetes tells the items of a list apart (`x-kubernetes-list-map-keys` of its API). Lists that are not here are
 * replaced whole.
 */
const KEYS: Readonly<Record<string, readonly ListKey[]>> = {
  containers: [["name"]],
  initContainers: [["name"]],
  env: [["name"]],
  volumes: [["name"]],
  imagePullSecrets: [["name"]],
  volumeMounts: [["mountPath"]],
  topologySpreadConstraints: [["topologyKey", "whenUnsatisfiable"]],
  /** Of a container, or of a Service. */
  ports: [
    ["containerPort", "protocol"],
    ["port", "protocol"],
  ],
};

/** The items of a list by their key, in the order of the list. */
export type KeyedItems = ReadonlyMap<string, JsonMap>;

/** The lists by the key of their items, where every item of each has it and no two of one list share it. */
export function keyLists(
  field: string,
  ...lists: readonly (readonly JsonMap[])[]
): { readonly key: ListKey; readonly keyed: readonly KeyedItems[] } | undefined {
  for (const key of KEYS[field] ?? []) {
    const keyed = lists.flatMap((items) => keyItems(key, items) ?? []);
    if (keyed.length === lists.length) return { key, keyed };
  }
  return undefined;
}

/** The fields of an item that are its key. */
export function keyFields(key: ListKey, item: JsonMap): JsonMap {
  return Object.fromEntries(key.map((field) => [field, item[field]]));
}

function keyItems(key: ListKey, items: readonly JsonMap[]): KeyedItems | undefined {
  const keyed = new Map<string, JsonMap>();
  for (const item of items) {
    if (key.some((field) => item[field] === undefined)) return undefined;
    keyed.set(key.map((field) => item[field]).join("/"), item);
  }
  return keyed.size === items.length ? keyed : undefined;
}
