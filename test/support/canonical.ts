import { loadAll } from "js-yaml";
import { isMap, isMapList, type JsonMap } from "../../generator/kustomize/json.ts";
import { keyLists } from "../../generator/kustomize/list-keys.ts";

/** What Kustomize printed, one value an object. Another library than the generator's, which agrees with itself; it is also faster. */
export function parseObjects(text: string): JsonMap[] {
  return loadAll(text) as JsonMap[];
}

/**
 * Objects by their address, with the lists that Kubernetes merges by key in the order of their keys: it does not matter to
 * Kubernetes, and a strategic merge patch does not keep it. Init containers run in their order, so theirs is kept.
 */
export function canonical(objects: readonly JsonMap[]): Record<string, unknown> {
  const entries = objects.map((object): [string, unknown] => [address(object), sorted("", object)]);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Each variable of every container that uses another one which does not stand before it. */
export function misplacedVariables(objects: readonly JsonMap[]): string[] {
  return containers(objects).flatMap((env) =>
    env.flatMap(({ name, value }, index) => {
      const before = new Set(env.slice(0, index).map((variable) => variable.name));
      const used = [...String(value ?? "").matchAll(/\$\((\w+)\)/g)].map(([, variable]) => variable);
      return used.filter((variable) => !before.has(variable)).map((variable) => `${name} uses ${variable}`);
    }),
  );
}

function address({ kind, metadata }: JsonMap): string {
  const { name, namespace } = metadata as JsonMap;
  return `${kind} ${namespace}/${name}`;
}

function sorted(field: string, value: unknown): unknown {
  if (Array.isArray(value)) return sortedList(field, value);
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, sorted(key, item)]));
}

function sortedList(field: string, list: readonly unknown[]): unknown[] {
  const items = list.map((item) => sorted("", item));
  const [keyed] = field === "initContainers" || !isMapList(items) ? [] : (keyLists(field, items)?.keyed ?? []);
  return keyed === undefined ? items : [...keyed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}

function containers(objects: readonly JsonMap[]): readonly (readonly JsonMap[])[] {
  return objects.flatMap(({ spec }) => {
    const template = isMap(spec) ? spec.template : undefined;
    const pod = isMap(template) && isMap(template.spec) ? template.spec : {};
    const all = [...((pod.initContainers ?? []) as JsonMap[]), ...((pod.containers ?? []) as JsonMap[])];
    return all.map(({ env }) => (env ?? []) as JsonMap[]);
  });
}
