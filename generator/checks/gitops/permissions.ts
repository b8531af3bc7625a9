import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { type ObjectProblem, problemOf } from "../problem.ts";
import { type GroupKindName, projectSpec } from "./objects.ts";

/** Objects that the environment's own project forbids: Argo CD would refuse the whole sync for one of them. */
export function checkPermissions(objects: readonly KubernetesObject[], project: KubernetesObject): ObjectProblem[] {
  const message = `The AppProject ${project.metadata.name} does not allow it.`;
  return objects
    .filter((object) => !isPermitted(object, project))
    .map((object) => problemOf("E_POLICY", object, message, "Allow the kind in the project, or remove the object."));
}

function isPermitted(object: KubernetesObject, project: KubernetesObject): boolean {
  const { clusterResourceWhitelist = [], namespaceResourceBlacklist = [], namespaceResourceWhitelist } = projectSpec(project);
  if (object.metadata.namespace === undefined) return clusterResourceWhitelist.some((item) => matches(item, object));
  const isListed = namespaceResourceWhitelist?.some((item) => matches(item, object)) ?? true;
  return isListed && !namespaceResourceBlacklist.some((item) => matches(item, object));
}

function matches({ group, kind, name }: GroupKindName, { apiVersion, kind: own, metadata }: KubernetesObject): boolean {
  const [first = "", version] = apiVersion.split("/");
  return group === (version === undefined ? "" : first) && kind === own && (name === undefined || name === metadata.name);
}
