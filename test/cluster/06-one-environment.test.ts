import { describe, expect, inject, it } from "vitest";
import { timed } from "../support/eventually.ts";
import type { LiveObject } from "../support/live-object.ts";
import { settled } from "./support/argocd.ts";
import { APPLICATIONS, ENVIRONMENTS, namespaceOf } from "./support/environments.ts";
import { edit, publish, runCommand } from "./support/repository.ts";
import { addressOf, everyObject, isHook, trackedBy } from "./support/tracking.ts";
import { changed, specsOf, versionsOf } from "./support/versions.ts";
import type { Workload } from "./support/workload.ts";

const COPY = inject("repository");
const STAGING = namespaceOf("staging");
const DATA_NODE = `apps/Deployment:${STAGING}/milvus-datanode`;
const OTHERS = ENVIRONMENTS.map(namespaceOf).filter((namespace) => namespace !== STAGING);

describe("a replica count in one environment.yaml", () => {
  it("reaches the cluster by itself, and touches one object of its environment and none of any other", async ({ task }) => {
    const before = await everyObject();
    edit(COPY, "overlays/staging/environment.yaml", { "milvus.roles.dataNode.replicas": 3 });
    await runCommand(COPY, "generate");
    const revision = await publish(COPY, "staging: a third data node");
    const { seconds } = await timed(() => settled(APPLICATIONS, revision, 300));
    const after = await everyObject();

    task.meta.figure = `${seconds} s`;
    expect(changed(specsOf(before.filter(isOfStaging)), specsOf(after.filter(isOfStaging)))).toEqual([DATA_NODE]);
    expect(changed(versionsOf(before.filter(isOfOthers)), versionsOf(after.filter(isOfOthers)))).toEqual([]);
    expect(replicasOf(after, DATA_NODE)).toBe(3);
  });
});

function isOfStaging(object: LiveObject): boolean {
  return trackedBy(object) === STAGING && !isHook(object);
}

/** Whether it is tracked or not: a pod that was replaced would show too. */
function isOfOthers({ metadata }: LiveObject): boolean {
  return OTHERS.includes(metadata.namespace ?? metadata.name);
}

function replicasOf(objects: readonly LiveObject[], address: string): number | undefined {
  const found = objects.find((object) => addressOf(object) === address) as Workload | undefined;
  return found?.spec?.replicas;
}
