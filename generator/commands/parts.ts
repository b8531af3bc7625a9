import { COMPONENTS } from "../components/index.ts";
import type { KubernetesObject, Unit } from "../kubernetes/resource.ts";
import type { Part } from "../kustomize/part.ts";
import type { Environment } from "../model/environment.ts";

/** What each component makes of an environment. */
export function partsOf(environment: Environment): Part[] {
  return COMPONENTS.map(({ name, isShared, version, units }) => ({
    name,
    isShared,
    version: version(environment),
    units: units(environment),
  }));
}

/** What of it `base/` may hold. */
export function sharedUnits(environment: Environment): Unit[] {
  return partsOf(environment).flatMap(({ isShared, units }) => (isShared ? units : []));
}

/** The objects, without what the overlay adds to them. */
export function objectsOf(parts: readonly Part[]): KubernetesObject[] {
  return parts.flatMap(({ units }) => units.flatMap(({ resources }) => resources.map(({ object }) => object)));
}
