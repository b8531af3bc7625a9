import type { Quota } from "../environment.ts";
import type { Section } from "./settings.ts";
import { take } from "./take.ts";
import { resolveResources } from "./workload.ts";

/** How much of the cluster the namespace may take. */
export function resolveQuota(quota: Section<"quota">): Quota {
  const { enabled, headroom, containers } = take("quota", quota, "enabled", "headroom", "containers");
  return { enabled, headroom, containers: resolveResources("quota.containers", containers) };
}
