import type { KubernetesObject } from "../kubernetes/resource.ts";
import { type ObjectProblem, problemOf } from "./problem.ts";

/** Objects outside the one Namespace that an environment has: Argo CD may not put them there, or another environment owns it. */
export function checkNamespaces(objects: readonly KubernetesObject[]): ObjectProblem[] {
  const [namespace, ...others] = objects.filter(({ kind }) => kind === "Namespace");
  if (namespace === undefined) return [];
  const { name } = namespace.metadata;
  return [
    ...others.map((other) => problemOf("E_POLICY", other, `The environment has the Namespace ${name} already.`, "Remove it.")),
    ...objects
      .filter((object) => object.kind !== "Namespace" && object.metadata.namespace !== name)
      .map((object) =>
        problemOf("E_POLICY", object, `It is not in the Namespace ${name}.`, `Set metadata.namespace: ${name}.`),
      ),
  ];
}
