import { inObjects } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";

/** Kinds without a namespace are refused by the environment's AppProject as well, all but its one Namespace. */
export const objectIsInNamespace: Invariant<EnvironmentTree> = {
  name: "object-is-in-namespace",
  code: "E_POLICY",
  severity: "error",
  reason: "Argo CD may put nothing elsewhere, and the other namespace belongs to somebody else.",
  remedy: "Set metadata.namespace to the environment's namespace, or leave it to the overlay.",
  find: inObjects(undefined, ({ kind, metadata }, { environment: { namespace } }) =>
    kind === "Namespace" || metadata.namespace === namespace ? [] : [`It is not in the Namespace ${namespace}.`],
  ),
};

export const namespaceIsOwn: Invariant<EnvironmentTree> = {
  name: "namespace-is-own",
  code: "E_POLICY",
  severity: "error",
  reason: "An environment owns one Namespace, and a second would belong to nobody or to another.",
  remedy: "Remove it.",
  find: inObjects("Namespace", ({ metadata }, { environment: { namespace } }) =>
    metadata.name === namespace ? [] : [`The environment has the Namespace ${namespace} already.`],
  ),
};
