import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { timed } from "../support/eventually.ts";
import { listObjects } from "../support/live-object.ts";
import { settled } from "./support/argocd.ts";
import { namespaceOf } from "./support/environments.ts";
import { edit, publish, runCommand } from "./support/repository.ts";
import { type Seen, type Watch, watchEnvironments } from "./support/watch.ts";
import { overtakings, timetable, wavesOf } from "./support/waves.ts";
import { imageOf, isWorkload, type Workload } from "./support/workload.ts";

const COPY = inject("repository");
const DEV = namespaceOf("dev");
const VERSION = "2.6.21";

let watch: Watch;

beforeAll(() => {
  watch = watchEnvironments();
});

afterAll(() => watch.stop());

describe("a version in one environment.yaml", () => {
  it("rolls the roles of Milvus one after the other, in the order of the waves", async ({ task }) => {
    edit(COPY, "overlays/dev/environment.yaml", { "milvus.version": VERSION });
    await runCommand(COPY, "generate");
    const revision = await publish(COPY, `dev: Milvus ${VERSION}`);
    const { seconds } = await timed(() => settled([DEV], revision, 420));
    const waves = wavesOf(watch.seen.filter(hasVersion));

    task.meta.figure = `${seconds} s; ${timetable(waves)}`;
    expect(waves.map(({ number }) => number)).toEqual([5, 6, 8, 9, 10]);
    expect(overtakings(waves)).toEqual([]);
    expect(new Set((await rolesOf(DEV)).map(imageOf))).toEqual(new Set([`milvusdb/milvus:v${VERSION}`]));
  });
});

function hasVersion({ object }: Seen): boolean {
  return object.metadata.namespace === DEV && isWorkload(object) && imageOf(object)?.endsWith(`:v${VERSION}`) === true;
}

function rolesOf(namespace: string): Promise<Workload[]> {
  return listObjects<Workload>("deployments", "-n", namespace, "-l", "app.kubernetes.io/name=milvus");
}
