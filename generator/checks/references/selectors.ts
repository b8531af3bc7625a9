import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { inPods } from "../find.ts";
import { type EnvironmentTree, type Invariant, violation } from "../invariant.ts";
import { objectAddress } from "../object-address.ts";
import { readAs } from "../read-as.ts";
import { podOwners, selects } from "../workload.ts";
import { selected } from "./label-selector.ts";

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

/** Jobs are left out: Kubernetes gives each a label of its own to select by. */
const SELECTING: ReadonlySet<string> = new Set(["DaemonSet", "Deployment", "ReplicaSet", "StatefulSet"]);

export const selectorsDoNotOverlap: Invariant<EnvironmentTree> = {
  name: "selectors-do-not-overlap",
  code: "E_REF",
  severity: "error",
  reason: "An autoscaler or a budget of the one counts pods of the other, and its controller adopts pods that it did not make.",
  remedy: "Give each workload a label value of its own, in its selector and on its pods.",
  find: ({ objects }) => {
    const owners = podOwners(objects).filter(({ object }) => SELECTING.has(object.kind));
    return owners.flatMap(({ object }) =>
      selected(selectorOf(object), owners)
        .filter((other) => other.object !== object && other.object.metadata.namespace === object.metadata.namespace)
        .map((other) => violation(object, `Its selector takes the pods of ${objectAddress(other.object)} too.`)),
    );
  },
};

function selectorOf({ spec }: KubernetesObject): unknown {
  return readAs<{ readonly selector?: unknown }>(spec, { selector: "any" })?.selector;
}
