import { expect, it } from "vitest";
import { listObjects } from "../../support/live-object.ts";
import type { TestEnvironment } from "../support/environment.ts";
import { podsOf } from "../support/pods.ts";
import { isWorkload, selectorOf } from "../support/workloads.ts";

const ZONE = "topology.kubernetes.io/zone";

/** The members of these quorums really sit apart, on a cluster of three zones. */
export function itSpreadsOverZones(environment: () => TestEnvironment, names: readonly string[]): void {
  it.each(names)("has the members of %s in three zones", async (name) => {
    const zones = await zonesOf(environment(), name);

    expect(zones).toHaveLength(3);
    expect(new Set(zones).size).toBe(3);
  });
}

/** The zone of each pod of a workload. */
async function zonesOf({ namespace, objects }: TestEnvironment, name: string): Promise<(string | undefined)[]> {
  const workload = objects.filter(isWorkload).find(({ metadata }) => metadata.name === name);
  if (workload === undefined) throw new Error(`There is no workload ${name}.`);
  const nodes = await listObjects("nodes");
  const zoneOf = new Map(nodes.map(({ metadata }) => [metadata.name, metadata.labels?.[ZONE]]));
  return (await podsOf(namespace, selectorOf(workload))).map(({ spec }) => zoneOf.get(spec?.nodeName ?? ""));
}
