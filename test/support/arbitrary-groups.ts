import fc from "fast-check";
import type { Settings } from "../../generator/config/schema/settings.ts";
import type { Family, RoleName } from "../../generator/model/environment.ts";
import { groupsSince } from "../../generator/model/releases/groups-since.ts";

type Groups = Pick<NonNullable<NonNullable<NonNullable<Settings["milvus"]>["roles"]>["queryNode"]>, "resourceGroups">;

const ANY: Groups[] = [
  { resourceGroups: {} },
  { resourceGroups: { reports: { replicas: 3, nodeSelector: { pool: "reports" }, localStorageClass: "fast-ssd" } } },
  { resourceGroups: { reports: { replicas: 1 }, live: {}, a: { labels: { team: "live" } } } },
];

const SEARCHING: Groups[] = [
  { resourceGroups: { live: { gpu: { count: 1, rollOut: "replace" }, replicas: 2 } } },
  { resourceGroups: { live: { autoscaling: { enabled: true, minReplicas: 2, maxReplicas: 9, memory: 70 } }, trials: {} } },
];

/** Nodes in resource groups, for the roles that may have them; most environments have none. */
export function anyGroups(family: Family, name: RoleName): fc.Arbitrary<Groups> {
  if (groupsSince(family, name) === undefined) return fc.constant({});
  const some = name === "queryNode" ? [...ANY, ...SEARCHING] : ANY;
  return fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: fc.constantFrom(...some) });
}
