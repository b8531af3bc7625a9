import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { eventually, timed } from "../support/eventually.ts";
import { git } from "../support/git.ts";
import { findObject, listObjects } from "../support/live-object.ts";
import { type Application, requireApplication, settled } from "./support/argocd.ts";
import { namespaceOf, QA } from "./support/environments.ts";
import { edit, publish, push, runCommand } from "./support/repository.ts";
import { data, uidsOf } from "./support/survivors.ts";

const COPY = inject("repository");
const NAMESPACE = namespaceOf(QA);
const KUSTOMIZATION = join(COPY, "overlays", QA, "kustomization.yaml");

describe("what leaves Git", () => {
  it("is pruned where it is a role of Milvus, and no data with it", async ({ task }) => {
    const before = await data(NAMESPACE);
    edit(COPY, `overlays/${QA}/environment.yaml`, { "milvus.coordinators": "mixed" });
    await runCommand(COPY, "generate");
    const revision = await publish(COPY, "qa: one coordinator");
    const { seconds } = await timed(() => settled([NAMESPACE], revision, 300));
    const deployments = await listObjects("deployments", "-n", NAMESPACE);

    task.meta.figure = `${seconds} s`;
    expect(deployments.map(({ metadata }) => metadata.name).sort()).toEqual([
      "milvus-datanode",
      "milvus-indexnode",
      "milvus-mixcoord",
      "milvus-proxy",
      "milvus-querynode",
    ]);
    expect(await data(NAMESPACE)).toEqual(before);
  });

  it("stays where it is the Namespace or a store, and Argo CD shows it", async ({ task }) => {
    const before = { ...(await data(NAMESPACE)), ...(await uidsOf(NAMESPACE, "statefulsets,pods")) };
    dropStores();
    const revision = await publish(COPY, "qa: a bad merge without the stores");
    const { seconds } = await timed(() => prunedTo(revision, ["etcd", "minio"]));
    const { status } = await requireApplication(NAMESPACE);

    task.meta.figure = `${seconds} s`;
    expect(await findObject("service", NAMESPACE, "etcd")).toBeUndefined();
    expect(leftOver(status)).toEqual([`Namespace ${NAMESPACE}`, "StatefulSet etcd", "StatefulSet minio"]);
    expect({ ...(await data(NAMESPACE)), ...(await uidsOf(NAMESPACE, "statefulsets,pods")) }).toEqual(before);
  });

  it("is Synced again when it comes back", async ({ task }) => {
    await git(COPY, "revert", "--no-edit", "HEAD");
    const revision = await push(COPY);
    const { seconds } = await timed(() => settled([NAMESPACE], revision, 180));
    task.meta.figure = `${seconds} s`;
  });
});

/** What no command of the generator writes, and a merge by hand might. */
function dropStores(): void {
  const before = readFileSync(KUSTOMIZATION, "utf8");
  const after = before.replace(/^ {2}- (?:namespace\.yaml|etcd|minio)\n/gm, "");
  expect(before.split("\n").length - after.split("\n").length).toBe(3);
  writeFileSync(KUSTOMIZATION, after);
}

/** Waits until the sync of a commit is over and the Services of these stores are gone. */
function prunedTo(revision: string, services: readonly string[]): Promise<true> {
  return eventually(`the pruning of ${services.join(", ")}`, 120, async () => {
    const { operation, status } = await requireApplication(NAMESPACE);
    const present = (await listObjects("services", "-n", NAMESPACE)).filter(({ metadata }) => services.includes(metadata.name));
    const isOver = operation === undefined && status?.operationState?.finishedAt !== undefined;
    // What is gone is listed until Argo CD has compared once more.
    const isListed = leftOver(status).some((object) => object.startsWith("Service "));
    const isDone = isOver && status?.sync?.revision === revision && present.length === 0 && !isListed;
    return isDone ? { found: true } : { missing: `${status?.operationState?.phase}, ${present.length} Services are there.` };
  });
}

function leftOver(status: Application["status"]): string[] {
  const resources = status?.resources ?? [];
  return resources
    .filter(({ requiresPruning }) => requiresPruning)
    .map(({ kind, name }) => `${kind} ${name}`)
    .sort();
}
