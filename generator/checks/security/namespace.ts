import { inObjects } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { labelsOf } from "../workload.ts";

const PREFIX = "pod-security.kubernetes.io";

/** A Namespace that would let in what the other invariants refuse. */
export const namespaceEnforcesPodSecurity: Invariant<EnvironmentTree> = {
  name: "namespace-enforces-pod-security",
  code: "E_POLICY",
  severity: "error",
  reason: "The API server refuses pods that are not restricted only in a Namespace with these labels.",
  remedy: "Label the Namespace restricted for enforce, audit and warn.",
  find: inObjects("Namespace", (namespace) =>
    ["enforce", "audit", "warn"]
      .map((mode) => `${PREFIX}/${mode}`)
      .filter((label) => labelsOf(namespace)[label] !== "restricted")
      .map((label) => `The label ${label} is ${labelsOf(namespace)[label] ?? "not set"}.`),
  ),
};

/** `latest`, the default, follows the cluster. */
export const namespacePinsPodSecurity: Invariant<EnvironmentTree> = {
  name: "namespace-pins-pod-security",
  code: "E_VERSION",
  severity: "error",
  reason: "With an upgrade of the cluster, rules that nobody has tried would refuse pods that ran the day before.",
  remedy: `Label the Namespace ${PREFIX}/enforce-version: v1.30.`,
  find: inObjects("Namespace", (namespace) => {
    const version = labelsOf(namespace)[`${PREFIX}/enforce-version`];
    return /^v1\.\d+$/.test(version ?? "") ? [] : [`The label ${PREFIX}/enforce-version is ${version ?? "not set"}.`];
  }),
};
