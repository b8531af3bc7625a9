import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parseDocument } from "yaml";
import { deploy } from "../support/deploy.ts";
import type { TestEnvironment } from "../support/environment.ts";
import { podsOf } from "../support/pods.ts";
import { environmentPath } from "../support/scenarios.ts";
import { expectNothingLost, figureOf, underLoad } from "../support/under-load.ts";

const STORES = "app.kubernetes.io/name!=milvus";
const ROLES = "app.kubernetes.io/name=milvus";

/** A line of `environment.yaml` changes Milvus' configuration; its pods roll wave by wave, as Argo CD has them do it. */
export function itSurvivesConfigChange(environment: () => TestEnvironment): void {
  it("loses nothing when a change of the configuration rolls out, and leaves the stores alone", async ({ task }) => {
    const { namespace } = environment();
    const [stores, roles] = [await uids(namespace, STORES), await uids(namespace, ROLES)];
    const ordeal = await underLoad(environment(), async () => {
      setConfig(environment(), ["log", "level"], "debug");
      await deploy(environment(), "in waves");
    });
    task.meta.figure = figureOf(ordeal);

    expect(await uids(namespace, STORES)).toEqual(stores);
    expect((await uids(namespace, ROLES)).filter((uid) => roles.includes(uid))).toEqual([]);
    expectNothingLost(ordeal);
  });
}

function setConfig({ repository, name }: TestEnvironment, path: readonly string[], value: unknown): void {
  const file = join(repository, environmentPath(name));
  const document = parseDocument(readFileSync(file, "utf8"));
  document.setIn(["milvus", "config", ...path], value);
  writeFileSync(file, String(document));
}

async function uids(namespace: string, labels: string): Promise<string[]> {
  return (await podsOf(namespace, labels)).map(({ metadata }) => metadata.uid).sort();
}
