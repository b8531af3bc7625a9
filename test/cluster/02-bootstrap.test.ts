import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { timed } from "../support/eventually.ts";
import { settled } from "./support/argocd.ts";
import { bootstrap } from "./support/bootstrap.ts";
import { APPLICATIONS, ENVIRONMENTS, EVERYTHING, namespaceOf } from "./support/environments.ts";
import { giveAddress } from "./support/load-balancer.ts";
import { render } from "./support/render.ts";
import { head } from "./support/repository.ts";
import { addressOf } from "./support/tracking.ts";
import { type Seen, type Watch, watchEnvironments } from "./support/watch.ts";
import { overtakings, timetable, wavesOf } from "./support/waves.ts";

const COPY = inject("repository");
const SECONDS = 900;
const EXPOSED = [
  ["service", "prod", "milvus-proxy"],
  ["service", EVERYTHING, "milvus-proxy"],
  ["ingress", EVERYTHING, "attu"],
] as const;

let watch: Watch;

beforeAll(() => {
  watch = watchEnvironments();
});

afterAll(() => watch.stop());

describe("One kubectl apply of the root", () => {
  it("brings every Application to Synced and Healthy", async ({ task }) => {
    const revision = await head(COPY);
    const { value, seconds } = await timed(async () => {
      await bootstrap(COPY, ENVIRONMENTS);
      await Promise.all(EXPOSED.map(([kind, name, object]) => giveAddress(kind, namespaceOf(name), object, SECONDS)));
      return settled(APPLICATIONS, revision, SECONDS);
    });

    const resources = value.flatMap(({ status }) => status?.resources ?? []);
    task.meta.figure = `${value.length} Applications with ${resources.length} objects in ${seconds} s`;
    expect(value.map(({ metadata }) => metadata.name).sort()).toEqual([...APPLICATIONS].sort());
  });

  it.for(ENVIRONMENTS)("starts no wave of %s before all workloads of the waves before it are ready", async (name, { task }) => {
    const { objects } = await render(COPY, `overlays/${name}`);
    const events = eventsOf(namespaceOf(name));
    const waves = wavesOf(events);

    task.meta.figure = timetable(waves);
    expect([...new Set(events.map(({ object }) => addressOf(object)))].sort()).toEqual(objects.map(addressOf).sort());
    expect(overtakings(waves)).toEqual([]);
  });
});

function eventsOf(namespace: string): Seen[] {
  return watch.seen.filter(({ object: { metadata } }) => (metadata.namespace ?? metadata.name) === namespace);
}
