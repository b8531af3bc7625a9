import { type EnvironmentTree, type Invariant, violation } from "../invariant.ts";
import { networkPolicies, type PolicySpec, policySpec } from "../network-policy.ts";

/** Where the environment's file asks for policies. */
export const networkPolicyDeniesTheRest: Invariant<EnvironmentTree> = {
  name: "network-policy-denies-the-rest",
  code: "E_POLICY",
  severity: "error",
  reason: "A pod that no policy selects is open to everybody, and reaches everybody.",
  remedy: "Leave the NetworkPolicy that selects all pods, is of ingress and egress, and has no rules.",
  find: ({ environment, objects }) => {
    const [first] = objects;
    if (!environment.network.policies || first === undefined) return [];
    if (networkPolicies(objects).some((policy) => deniesAll(policySpec(policy)))) return [];
    const namespace = objects.find(({ kind }) => kind === "Namespace") ?? first;
    return [violation(namespace, "No NetworkPolicy denies what the others do not allow.")];
  },
};

function deniesAll({ podSelector, policyTypes = [], ingress = [], egress = [] }: PolicySpec): boolean {
  const selectsAll = JSON.stringify(podSelector) === "{}";
  const isOfBoth = policyTypes.includes("Ingress") && policyTypes.includes("Egress");
  return selectsAll && isOfBoth && ingress.length === 0 && egress.length === 0;
}
