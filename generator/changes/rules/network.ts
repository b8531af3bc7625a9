import { onChange, onRemoval, onResult, type Rule, when } from "./rule.ts";

/** The first policy that selects a pod shuts off what it does not name. */
export const networkPolicyAdded: Rule = onResult(({ kind }, before) =>
  when(
    kind === "NetworkPolicy" && before === undefined,
    "low",
    "Its pods are let in and out only where policies say so, from now on.",
  ),
);

/** Where no policy selects a pod, everybody reaches it. */
export const networkPolicyRemoved: Rule = onRemoval(({ kind }) =>
  when(kind === "NetworkPolicy", "high", "What it kept out of its pods gets in, unless another policy forbids it."),
);

/** Whether it lets in more or less depends on all policies together. */
export const networkPolicyChanged: Rule = onChange((pair) =>
  when(
    pair.after.kind === "NetworkPolicy" && pair.fields.some(({ path }) => path.startsWith("spec")),
    "medium",
    "Other pods and networks are let in or out than until now.",
  ),
);
