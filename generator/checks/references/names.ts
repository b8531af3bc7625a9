import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { objectAddress } from "../object-address.ts";
import { type ObjectProblem, problemOf } from "../problem.ts";

/** Two objects of one kind, namespace and name: the second silently replaces the first. */
export function checkNames(objects: readonly KubernetesObject[]): ObjectProblem[] {
  const seen = new Set<string>();
  const problems: ObjectProblem[] = [];
  for (const object of objects) {
    const address = objectAddress(object);
    if (seen.has(address))
      problems.push(problemOf("E_DUP", object, "The object is defined twice.", "Rename or remove one of the two."));
    seen.add(address);
  }
  return problems;
}
