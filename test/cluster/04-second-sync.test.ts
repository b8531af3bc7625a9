import { describe, expect, inject, it } from "vitest";
import { timed } from "../support/eventually.ts";
import type { LiveObject } from "../support/live-object.ts";
import { hardRefresh, requireApplication, settled, syncNow } from "./support/argocd.ts";
import { APPLICATIONS, ROOT_APPLICATION } from "./support/environments.ts";
import { head } from "./support/repository.ts";
import { everyObject, isHook, trackedBy } from "./support/tracking.ts";
import { changed, versionsOf } from "./support/versions.ts";

const COPY = inject("repository");

describe("a second sync of the same commit", () => {
  it("applies every object again and changes none", async ({ task }) => {
    const before = versionsOf(await trackedObjects());
    const { seconds } = await timed(() => Promise.all(APPLICATIONS.map(applyAgain)));
    const after = versionsOf(await trackedObjects());

    task.meta.figure = `${Object.keys(before).length} objects in ${seconds} s`;
    expect(changed(before, after)).toEqual([]);
  });

  it("leaves no object OutOfSync", async ({ task }) => {
    const applications = await settled(APPLICATIONS, await head(COPY), 120);
    const resources = applications.flatMap(({ status }) => status?.resources ?? []);
    const outOfSync = resources.filter(({ status, hook }) => status !== "Synced" && hook !== true);

    task.meta.figure = `${outOfSync.length} of ${resources.length} objects`;
    expect(outOfSync).toEqual([]);
  });
});

/** Without ApplyOutOfSyncOnly, with which Argo CD would apply nothing, and so could change nothing. */
async function applyAgain(name: string): Promise<void> {
  await hardRefresh(name);
  const options = (await requireApplication(name)).spec?.syncPolicy.syncOptions ?? [];
  const { phase, message } = await syncNow(name, {
    syncOptions: options.filter((option) => option !== "ApplyOutOfSyncOnly=true"),
  });
  expect({ name, phase }).toEqual({ name, phase: "Succeeded" });
  // The second is what Argo CD says where a hook has run.
  expect(["successfully synced (all tasks run)", "successfully synced (no more tasks)"]).toContain(message);
}

/**
 * Without hooks, which run with every sync, and without the root and its project: kubectl has made these, and the first sync of
 * everything marks them as Argo CD's.
 */
async function trackedObjects(): Promise<LiveObject[]> {
  const tracked = (await everyObject()).filter((object) => APPLICATIONS.includes(trackedBy(object) ?? ""));
  return tracked.filter((object) => object.metadata.name !== ROOT_APPLICATION && !isHook(object));
}
