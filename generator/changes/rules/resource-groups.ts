import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { DEFAULT_GROUP, GROUP_LABEL } from "../../model/releases/groups-since.ts";
import { readMaps, readText } from "../value.ts";
import { containersOf } from "../workload.ts";
import { type Rule, when } from "./rule.ts";

/** Milvus loads into the groups that somebody named, and into no other: a replica in a group without nodes waits for one. */
export const resourceGroupLeft: Rule = ({ before, after }) => {
  const [old, now] = [groupOf(before), groupOf(after)];
  return when(
    old !== undefined && old !== now,
    "high",
    `The resource group ${old} loses these nodes. What is loaded there alone cannot be searched until another group has it: move it first.`,
  );
};

/** Undefined for the default group, which nodes without a label have as well. */
function groupOf(object: KubernetesObject | undefined): string | undefined {
  if (object === undefined) return undefined;
  const variables = [...containersOf(object).values()].flatMap((container) => readMaps(container, "env"));
  const group = readText(
    variables.find(({ name }) => name === GROUP_LABEL),
    "value",
  );
  return group === DEFAULT_GROUP ? undefined : group;
}
