import type { KubernetesObject } from "../kubernetes/resource.ts";
import { checkForbidden } from "./forbidden.ts";
import { checkGuards } from "./guards.ts";
import { checkNamespaces } from "./namespaces.ts";
import type { ObjectProblem } from "./problem.ts";
import { checkReferences, type Declared } from "./references/index.ts";
import { checkResources } from "./resources.ts";
import { checkIsolation } from "./security/isolation.ts";
import { checkPodSecurity } from "./security/pod-security.ts";

/**
 * Everything that can be wrong between and in the objects of one environment, whose namespaces are set. `checkSchemas` says
 * besides whether the API server would take them for what they are.
 */
export function checkEnvironment(objects: readonly KubernetesObject[], declared: Declared): ObjectProblem[] {
  return [
    ...checkReferences(objects, declared),
    ...checkNamespaces(objects),
    ...checkForbidden(objects),
    ...checkGuards(objects),
    ...checkPodSecurity(objects),
    ...checkIsolation(objects),
    ...checkResources(objects),
  ];
}
