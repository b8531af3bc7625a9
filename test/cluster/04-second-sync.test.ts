import { describe, expect, inject, it } from "vitest";
import { timed } from "../support/eventually.ts";
import type { LiveObject } from "../support/live-object.ts";
import { hardRefresh, requireApplication, settled, syncNow } from "./support/argocd.ts";
import { APPLICATIONS, ENVIRONMENTS, ROOT_APPLICATION } from "./support/environments.ts";
import { render } from "./support/render.ts";
import { head } from "./support/repository.ts";
import { addressOf, everyObject, isHook, trackedBy } from "./support/tracking.ts";
import { changed, specsOf, versionsOf } from "./support/versions.ts";

const COPY = inject("repository");

describe("a second sync of the same commit", () => {
  it("applies every object again and changes none", async ({ task }) => {
    const before = await trackedObjects();
    const { seconds } = await timed(() => Promise.all(APPLICATIONS.map(applyAgain)));
    const after = await trackedObjects();

    task.meta.figure = `${before.length} objects in ${seconds} s`;
    expect(changed(specsOf(before), specsOf(after))).toEqual([]);
    const taken = await scaledByOthers();
    expect(changed(versionsOf(before), versionsOf(after)).filter((address) => !taken.includes(address))).toEqual([]);
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
 * Deployments whose number of pods is not in Git. With RespectIgnoreDifferences Argo CD applies them with the number that they have,
 * and so becomes a manager of the field.
 */
async function scaledByOthers(): Promise<string[]> {
  const rendered = await Promise.all(ENVIRONMENTS.map((name) => render(COPY, `overlays/${name}`)));
  const deployments = rendered
    .flatMap(({ objects }) => objects as readonly LiveObject[])
    .filter(({ kind }) => kind === "Deployment");
  return deployments.filter(({ spec }) => (spec as { readonly replicas?: number }).replicas === undefined).map(addressOf);
}

/**
 * Without hooks, which run with every sync, and without the root and its project: kubectl has made these, and the first sync of
 * everything marks them as Argo CD's.
 */
async function trackedObjects(): Promise<LiveObject[]> {
  const tracked = (await everyObject()).filter((object) => APPLICATIONS.includes(trackedBy(object) ?? ""));
  return tracked.filter((object) => object.metadata.name !== ROOT_APPLICATION && !isHook(object));
}
