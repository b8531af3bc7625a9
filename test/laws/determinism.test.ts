import { join, relative } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isMap } from "../../generator/kustomize/json.ts";
import { readSources } from "../../generator/system/repository.ts";
import { anyEnvironment } from "../support/arbitrary-environments.ts";
import { planOf } from "../support/plans.ts";
import { descriptions, environmentFile, PLATFORM, readTree, sourcesOf, temporaryRepository } from "../support/repository.ts";
import { runProgram } from "../support/run.ts";

const LAUNCHER = join(import.meta.dirname, "..", "..", "generator", "run.cjs");
const RUNS = { numRuns: 60, seed: 20_240_303 };

describe("the same description gives the same bytes", () => {
  it("whatever the order in which its fields are written", () => {
    fc.assert(
      fc.property(anyEnvironment, fc.infiniteStream(fc.nat()), (settings, numbers) => {
        const platform = { ...PLATFORM, profiles: { own: { extends: settings.profile, ...settings, ...NO_FILE } } };
        const file = { ...settings, profile: "own" };
        const shuffled = (value: object) => shuffle(value, numbers) as object;
        expect(texts({ one: file }, platform)).toEqual(texts({ one: shuffled(file) }, shuffled(platform)));
      }),
      RUNS,
    );
  });

  it("whatever the order in which the folders of environments were made", () => {
    const names = ["z", "a", "m", "a-b", "a1"];
    const [one, other] = [names, names.toReversed()].map((order) => planOf(readSources(newRepository(order))).files);

    expect([...(one ?? [])]).toEqual([...(other ?? [])]);
  });

  it("whenever it is asked, in one process", () => {
    const environments = { one: environmentFile("production"), other: environmentFile("development") };
    const first = texts(environments);
    texts({ between: environmentFile("production", { milvus: { version: "2.5.27", coordinators: "dedicated" } }) });

    expect(texts(environments)).toEqual(first);
  });

  it.each([
    ["time zone", "TZ=Pacific/Kiritimati"],
    ["language", "LANG=tr_TR.UTF-8 LC_ALL=tr_TR.UTF-8 LANGUAGE=tr"],
    ["encoding", "LANG=C LC_ALL=C"],
    ["umask", "umask 077;"],
    ["colours and width of the terminal", "FORCE_COLOR=3 COLUMNS=20"],
  ])("whatever the %s of the person", async (_what, prefix) => {
    const here = newRepository();
    const there = newRepository(["z", "i", "a"]);
    await runProgram(here, process.execPath, LAUNCHER, "generate");
    await runProgram(
      "/",
      "sh",
      "-c",
      `${prefix} exec "$0" "$@"`,
      process.execPath,
      LAUNCHER,
      "generate",
      "-C",
      relative("/", there),
    );

    expect(readTree(there)).toEqual(readTree(here));
  });
});

/** What an environment's file says and a profile cannot. */
const NO_FILE = { apiVersion: undefined, kind: undefined, profile: undefined, namespace: undefined, cluster: undefined };

function texts(environments: Readonly<Record<string, object>>, platform: object = PLATFORM): [string, string][] {
  return [...planOf(sourcesOf(environments, platform)).files].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The same mappings with their keys in another order; lists keep theirs, which means something. */
function shuffle(value: unknown, numbers: Iterator<number>): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffle(item, numbers));
  if (!isMap(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => ({
    key,
    item: shuffle(item, numbers),
    place: numbers.next().value,
  }));
  return Object.fromEntries(entries.sort((a, b) => a.place - b.place).map(({ key, item }) => [key, item]));
}

/** The folders are made in the order of the names. */
function newRepository(names: readonly string[] = ["a", "i", "z"]): string {
  return temporaryRepository(descriptions(Object.fromEntries(names.map((name) => [name, environmentFile("development")]))));
}
