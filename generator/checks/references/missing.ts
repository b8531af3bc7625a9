import type { PodOwner } from "../workload.ts";
import type { KeysByName } from "./inventory.ts";
import { type Reference, referencesOf } from "./pod-references.ts";

/** A message for each ConfigMap or Secret that pods read and that is not known. */
export function missingNames(kind: Reference["kind"], owner: PodOwner, known: KeysByName): string[] {
  const names = referencesOf(owner)
    .filter((reference) => reference.kind === kind && !known.has(reference.name))
    .map(({ name }) => `There is no ${kind} ${name}.`);
  return [...new Set(names)];
}

/** A message for each key that pods take and that a known ConfigMap or Secret lacks. */
export function missingKeys(kind: Reference["kind"], owner: PodOwner, known: KeysByName): string[] {
  return referencesOf(owner)
    .filter((reference) => reference.kind === kind)
    .flatMap(({ name, keys }) => {
      const existing = known.get(name);
      return existing === undefined
        ? []
        : keys.filter((key) => !existing.includes(key)).map((key) => `${kind} ${name} has no key ${key}.`);
    });
}
