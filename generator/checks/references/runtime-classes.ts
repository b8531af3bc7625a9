import { inPods } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";

/** A warning, as of the other classes that belong to the cluster. */
export const runtimeClassIsDeclared: Invariant<EnvironmentTree> = {
  name: "runtime-class-is-declared",
  code: "E_REF",
  severity: "warning",
  reason: "The API server refuses pods of a runtime class that the cluster does not have.",
  remedy: "Use a class that the environment's file names, or see that the cluster has this one.",
  find: inPods(({ pod: { runtimeClassName } }, { environment: { milvus }, objects }) => {
    const known = [
      ...milvus.roles.map(({ gpu }) => gpu?.runtimeClassName),
      ...objects.filter(({ kind }) => kind === "RuntimeClass").map(({ metadata }) => metadata.name),
    ];
    return runtimeClassName === undefined || known.includes(runtimeClassName)
      ? []
      : [`Its runtime class ${runtimeClassName} is not declared.`];
  }),
};
