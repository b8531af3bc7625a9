import type { KubernetesObject } from "../../kubernetes/resource.ts";
import type { ObjectProblem } from "../problem.ts";
import { checkNames } from "../references/names.ts";
import { checkApplications } from "./applications.ts";
import { checkDestinations } from "./destinations.ts";
import { checkProjects } from "./projects.ts";

/** Everything that can be wrong between the Applications and AppProjects of all environments together. */
export function checkApps(objects: readonly KubernetesObject[]): ObjectProblem[] {
  return [...checkNames(objects), ...checkDestinations(objects), ...checkProjects(objects), ...checkApplications(objects)];
}
