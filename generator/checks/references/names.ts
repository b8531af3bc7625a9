import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { groupOf } from "../built-in-groups.ts";
import { type EnvironmentTree, type Invariant, type Violation, violation } from "../invariant.ts";
import { objectAddress } from "../object-address.ts";

export const objectDefinedOnce: Invariant<EnvironmentTree> = {
  name: "object-defined-once",
  code: "E_DUP",
  severity: "error",
  reason: "Of two objects of one kind, namespace and name the second silently takes the place of the first.",
  remedy: "Rename or remove one of the two.",
  find: ({ objects }) => repeated(objects),
};

/** Every object whose kind, namespace and name another has before it. Two API groups may have kinds of one name. */
export function repeated(objects: readonly KubernetesObject[]): Violation[] {
  const seen = new Set<string>();
  const violations: Violation[] = [];
  for (const object of objects) {
    const identity = `${groupOf(String(object.apiVersion))} ${objectAddress(object)}`;
    if (seen.has(identity)) violations.push(violation(object, "The object is defined twice."));
    seen.add(identity);
  }
  return violations;
}
