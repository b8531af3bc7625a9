import { inPods } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { selects } from "../workload.ts";

export const selectorMatchesTemplate: Invariant<EnvironmentTree> = {
  name: "selector-matches-template",
  code: "E_REF",
  severity: "error",
  reason: "The API server refuses a workload that would not own its own pods.",
  remedy: "Give the pod template every label of the selector.",
  find: inPods(({ selector, podLabels }) =>
    selects(selector, podLabels) ? [] : ["The selector does not match the labels of the pod template."],
  ),
};
