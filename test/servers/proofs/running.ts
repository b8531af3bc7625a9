import { expect, it } from "vitest";
import type { TestEnvironment } from "../support/environment.ts";
import { countByReason, warningsOf } from "../support/events.ts";
import { podsOf, readySince, restarts } from "../support/pods.ts";
import { isWorkload } from "../support/workloads.ts";

/** Every replica that the rendered objects ask for runs. */
export function itStarts(environment: () => TestEnvironment): void {
  it("has every pod Ready", async ({ task }) => {
    const { namespace, objects, seconds } = environment();
    const pods = await podsOf(namespace);
    task.meta.figure = `${pods.length} pods in ${seconds} s`;

    const replicas = objects.filter(isWorkload).reduce((sum, { spec }) => sum + spec.replicas, 0);
    expect(pods.filter((pod) => readySince(pod) !== undefined)).toHaveLength(replicas);
    expect(pods).toHaveLength(replicas);
  });
}

/** Last in a file: whatever the proofs before have asked for, the servers took it calmly. */
export function itStaysWell(environment: () => TestEnvironment): void {
  it("has started no container a second time", async () => {
    const pods = await podsOf(environment().namespace);

    expect(pods.flatMap(restarts)).toEqual([]);
  });

  it("has seen no probe fail once a pod was Ready", async ({ task }) => {
    const { namespace, readySince } = environment();
    const warnings = await warningsOf(namespace);
    task.meta.figure = `warnings while starting: ${countByReason(warnings)}`;

    const late = warnings.filter(({ name, reason, last }) => reason === "Unhealthy" && last > (readySince.get(name) ?? last));
    expect(late.map(({ name, message, count }) => `${name}: ${count} x ${message}`)).toEqual([]);
  });
}
