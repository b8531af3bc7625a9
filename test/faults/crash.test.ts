import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { planRepository } from "../../generator/commands/plan.ts";
import { readSources } from "../../generator/system/repository.ts";
import { planWrite } from "../../generator/system/tree.ts";
import { aFolder } from "../system/temporary-folder.ts";
import { inBatches, LIMIT_MILLISECONDS, sample, sampleOfEach } from "./batches.ts";
import { aMachine, type Ending, start } from "./machine.ts";
import { aGeneratedRepository, aRepository, CHANGED, copyOf, remainsOf, SMALL, treeOf, write } from "./small-repository.ts";

const FAIL_AT = join(import.meta.dirname, "../system/programs/fail-at.cjs");
/** Of each function that changes something; `FAULTS=all` takes every call. */
const POINTS = 3;

vi.setConfig({ testTimeout: LIMIT_MILLISECONDS });

const machine = aMachine("generate");

/** A repository in which a run has work to do. */
const SCENARIOS = [
  { name: "a first run", before: () => Promise.resolve(aRepository(CHANGED)), atLeast: 600 },
  { name: "an update", before: anUpdate, atLeast: 200 },
];

async function anUpdate(): Promise<string> {
  const root = await aGeneratedRepository(machine, SMALL);
  write(root, CHANGED);
  return root;
}

function failing(root: string, how: string, at: number): Promise<Ending> {
  const env = { FAIL_ROOT: root, FAIL_AT: String(at), FAIL_HOW: how };
  return start(machine, ["generate", "-C", root], { preload: FAIL_AT, env });
}

/** Every call of the file system that an undisturbed run makes, from the first that looks at the repository. */
async function callsOf(root: string): Promise<string[]> {
  const log = join(aFolder(), "calls");
  await start(machine, ["generate", "-C", root], { preload: FAIL_AT, env: { FAIL_ROOT: root, FAIL_LOG: log } });
  return readFileSync(log, "utf8").trimEnd().split("\n");
}

describe.each(SCENARIOS)("$name that is killed at any call of the file system", ({ before, atLeast }) => {
  it("leaves whole files and no tree that check takes for a good one, and the next run completes it", async () => {
    const root = await before();
    const [old, calls] = [treeOf(root), await callsOf(copyOf(root))];
    const wanted = treeOf(await aGeneratedRepository(machine, CHANGED));
    expect(calls.length).toBeGreaterThan(atLeast);

    await inBatches(sampleOfEach(calls, POINTS), async (at) => {
      const copy = copyOf(root);
      const { code } = await failing(copy, "kill", at);
      const isGood = isAccepted(copy);
      const left = treeOf(copy);
      const next = await start(machine, ["generate", "-C", copy]);

      const told = `killed at call ${at}: ${calls[at]}`;
      expect({ told, code, torn: tornFiles(left, old, wanted) }).toEqual({ told, code: "SIGKILL", torn: [] });
      if (isGood) expect(withoutRemains(left), told).toEqual(wanted);
      expect({ told, code: next.code, tree: treeOf(copy) }).toEqual({ told, code: 0, tree: wanted });
    });
  });
});

/** In turns, so that each meets calls of every kind. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

it("a run that is interrupted at any call ends by that signal with all or nothing written, and leaves nothing behind", async () => {
  const root = await anUpdate();
  const [old, calls] = [treeOf(root), await callsOf(copyOf(root))];
  const wanted = treeOf(await aGeneratedRepository(machine, CHANGED));

  await inBatches(sample(calls.length, 13), async (at) => {
    const copy = copyOf(root);
    const signal = SIGNALS[at % SIGNALS.length] ?? "SIGINT";
    const { code } = await failing(copy, signal, at);
    const tree = treeOf(copy);

    const told = `${signal} at call ${at}: ${calls[at]}`;
    expect({ told, code, remains: remainsOf(copy).filter(isSeen) }).toEqual({ told, code: signal, remains: [] });
    expect([old, wanted], told).toContainEqual(tree);
    expect((await start(machine, ["generate", "-C", copy])).code).toBe(0);
    expect({ told, tree: treeOf(copy), remains: remainsOf(copy) }).toEqual({ told, tree: wanted, remains: [] });
  });
});

it.each([
  ["INT", 130],
  ["TERM", 143],
])("a shell sees the interruption by SIG%s as exit code %d", async (signal, expected) => {
  const root = aRepository();
  const within = ["/bin/sh", "-c", '"$@"; exit $?', "sh"];
  const env = { FAIL_ROOT: root, FAIL_AT: "50", FAIL_HOW: `SIG${signal}` };

  const { code } = await start(machine, ["generate", "-C", root], { preload: FAIL_AT, env, within });

  expect(code).toBe(expected);
});

/** The stamp is kept when all is written and the lock is given back; half of one goes with the next run. */
function isSeen(path: string): boolean {
  return !path.startsWith("node_modules/");
}

/** What `check` goes by. */
function isAccepted(root: string): boolean {
  const { plan } = planRepository(readSources(root));
  const { changes, conflicts } = planWrite(root, plan?.files ?? new Map());
  return changes.length + conflicts.length === 0;
}

/** Files that are neither old nor new. While a run is at work a manifest holds lines of both. */
function tornFiles(tree: Record<string, string>, old: Record<string, string>, wanted: Record<string, string>): string[] {
  const linesOf = (path: string) => `${old[path] ?? ""}${wanted[path] ?? ""}`.split("\n");
  const isWhole = ([path, text]: [string, string]) =>
    path.endsWith("/generated.sha256")
      ? text.split("\n").every((line) => linesOf(path).includes(line))
      : [old[path], wanted[path]].includes(text);
  return Object.entries(withoutRemains(tree))
    .filter((entry) => !isWhole(entry))
    .map(([path]) => path);
}

function withoutRemains(tree: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(tree).filter(([path]) => !/\.tmp-[0-9a-f]{12}$|^\.milvus-gitops\.lock/.test(path)));
}
