import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { readMaps, readNumber, readText } from "../value.ts";
import { onChange, type Rule, when } from "./rule.ts";

/** The retention policy of the add-on logging, as its ConfigMap has it. */
export const logRetentionShortened: Rule = onChange(({ before, after }) => {
  const [old = 0, now = old] = [before, after].map(retentionDays);
  return when(now < old, "destructive", `Logs of more than ${now} days are deleted; until now ${old} days were kept.`);
});

/** Of a file of calls, in which one writes the policy. */
function retentionDays(object: KubernetesObject): number | undefined {
  if (object.kind !== "ConfigMap") return undefined;
  const ages = readMaps(object, "data", "index.json").flatMap(
    (call) => readText(call, "body", "policy", "phases", "delete", "min_age") ?? [],
  );
  const [, days] = /^(\d+)d$/.exec(ages[0] ?? "") ?? [];
  return days === undefined ? undefined : Number(days);
}

/** ECK moves the shards of a node away before it takes the node and its volume (`volumeClaimDeletePolicy`). */
export const logStoreReduced: Rule = onChange(({ before, after }) => {
  if (after.kind !== "Elasticsearch") return [];
  const [old = 0, now = 0] = [before, after].map(nodes);
  return when(
    now < old,
    "high",
    `${old - now} of ${old} nodes go with their volumes, after the rest has taken over what they hold.`,
  );
});

function nodes(object: KubernetesObject): number {
  return readMaps(object, "spec", "nodeSets").reduce((sum, set) => sum + (readNumber(set, "count") ?? 0), 0);
}
