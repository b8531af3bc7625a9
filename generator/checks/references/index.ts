import type { KubernetesObject } from "../../kubernetes/resource.ts";
import type { ObjectProblem } from "../problem.ts";
import { checkHosts } from "./hosts.ts";
import { checkNames } from "./names.ts";
import { checkPods } from "./pods.ts";
import { checkRoutes } from "./routes.ts";
import { checkSelectors } from "./selectors.ts";
import { checkServices } from "./services.ts";

/** What a set of objects refers to outside itself. */
export interface Declared {
  /** Keys by the name of each Secret that is created outside Git. */
  readonly secrets: ReadonlyMap<string, readonly string[]>;
}

/** Every name, port, selector and key that one object expects of another and does not find among the objects of its environment. */
export function checkReferences(objects: readonly KubernetesObject[], declared: Declared): ObjectProblem[] {
  return [
    ...checkNames(objects),
    ...checkSelectors(objects),
    ...checkServices(objects),
    ...checkRoutes(objects),
    ...checkPods(objects, declared),
    ...checkHosts(objects),
  ];
}
