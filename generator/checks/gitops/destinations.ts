import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { type ObjectProblem, problemOf } from "../problem.ts";
import { applicationSpec, applications, destinationKey } from "./objects.ts";

/** Two Applications in one namespace of one cluster: their objects have the same names, and each would take the other's. */
export function checkDestinations(objects: readonly KubernetesObject[]): ObjectProblem[] {
  const owners = new Map<string, string>();
  const problems: ObjectProblem[] = [];
  for (const application of applications(objects)) {
    const key = destinationKey(applicationSpec(application).destination);
    const owner = owners.get(key);
    if (owner === undefined) owners.set(key, application.metadata.name);
    else problems.push(shared(application, key, owner));
  }
  return problems;
}

function shared(application: KubernetesObject, key: string, owner: string): ObjectProblem {
  const message = `Its namespace ${key} is that of ${owner} already.`;
  return problemOf("E_DUP", application, message, "Give each environment a namespace of its own.");
}
