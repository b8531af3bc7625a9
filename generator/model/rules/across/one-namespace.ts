import type { AcrossRule } from "../rule.ts";
import { clusterKey } from "./cluster-key.ts";
import { clashes } from "./shared.ts";

/** Two environments in one namespace would be two Applications that undo each other's work. */
export const oneNamespace: AcrossRule = (contexts) =>
  clashes(contexts, {
    key: ({ environment }) => `${clusterKey(environment.cluster)} ${environment.namespace}`,
    field: () => "namespace",
    code: "E_DUP",
    text: (first, { environment }) => ({
      message: `Environment ${first} has the namespace ${environment.namespace} of the same cluster.`,
      reason: "Both have objects of the same names, so each would replace the other's.",
      remedy: "Give one of them another namespace or cluster.",
    }),
  });
