import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { aFolder } from "../system/temporary-folder.ts";
import { inBatches, LIMIT_MILLISECONDS, sample } from "./batches.ts";
import { aMachine, type Machine, start } from "./machine.ts";
import { aRepository, treeOf } from "./small-repository.ts";

const FAIL_AT = join(import.meta.dirname, "../system/programs/fail-at.cjs");
const IS_ROOT = process.getuid?.() === 0;
const USER = IS_ROOT ? { user: 65_534 } : {};

vi.setConfig({ testTimeout: LIMIT_MILLISECONDS });

const machine = aMachine();

const bundleOf = ({ cache }: Machine): string => join(cache, namesIn(cache).find((name) => name.endsWith(".cjs")) ?? "");

function namesIn(folder: string): string[] {
  return readdirSync(folder).sort();
}

/** A cache as after `npm ci`. */
function emptyCache(): void {
  rmSync(join(machine.cache, ".."), { recursive: true, force: true });
}

describe("a bundle in the cache", () => {
  it.each([
    ["is empty", 0],
    ["lacks its end", -1000],
  ])("that %s is made again: a program that does nothing would report success", async (_what, size) => {
    const root = aRepository();
    await start(machine, ["generate", "--dry-run", "-C", root]);
    const bundle = bundleOf(machine);
    truncateSync(bundle, size < 0 ? readFileSync(bundle).length + size : size);

    expect((await start(machine, ["check", "-C", root])).code).toBe(3);
    expect(readFileSync(bundle, "utf8")).toMatch(/\n\/\/ The whole bundle\.\n$/);
  });

  it.each([
    ["is empty", 0],
    ["lacks its end", 100_000],
  ])("whose compiled code %s runs without it, and is compiled again", async (_what, size) => {
    await start(machine, ["check", "--help"]);
    const compiled = bundleOf(machine).replace(/cjs$/, "check.v8");
    truncateSync(compiled, size);

    expect((await start(machine, ["check", "--help"])).code).toBe(0);
    expect(readFileSync(compiled).length).toBeGreaterThan(size);
  });
});

describe("a cache that cannot be kept", () => {
  it.each([
    ["because node_modules may not be written", (): void => chmodSync(join(machine.root, "node_modules"), 0o555)],
    ["because a file is in its place", (): void => writeFileSync(join(machine.cache, ".."), "")],
    ["because the folder is somebody else's", (): void => void mkdirSync(machine.cache, { recursive: true, mode: 0o555 })],
  ])("%s costs time and nothing else", async (_what, hinder) => {
    emptyCache();
    hinder();

    const ending = await start(machine, ["schema", "--help"], USER);
    chmodSync(join(machine.root, "node_modules"), 0o755);

    expect({ code: ending.code, stderr: ending.stderr }).toEqual({ code: 0, stderr: "" });
  });

  it("because the disk is full leaves no half file behind", async () => {
    emptyCache();

    const { code } = await start(machine, ["--help"], { within: ["/bin/sh", "-c", 'ulimit -f 100; exec "$@"', "sh"] });

    expect(code).toBe(0);
    expect(namesIn(machine.cache)).toEqual([]);
  });
});

it("a launcher that is killed at any call leaves a cache with which the next one works", async () => {
  emptyCache();
  const log = join(aFolder(), "calls");
  await start(machine, ["--help"], { preload: FAIL_AT, env: { FAIL_ROOT: machine.cache, FAIL_LOG: log } });
  const calls = readFileSync(log, "utf8").trimEnd().split("\n");
  expect(calls.length).toBeGreaterThan(15);

  for (const at of sample(calls.length, 8)) {
    emptyCache();
    const env = { FAIL_ROOT: machine.cache, FAIL_AT: String(at), FAIL_HOW: "kill" };
    const killed = await start(machine, ["--help"], { preload: FAIL_AT, env });
    const next = await start(machine, ["--help"]);

    const told = `killed at call ${at}: ${calls[at]}`;
    expect({ told, code: killed.code }).toEqual({ told, code: "SIGKILL" });
    expect({ told, ...next }).toMatchObject({ told, code: 0, stdout: expect.stringContaining("Usage: milvus-gitops") });
  }
});

it("what runs that were killed left goes with the next change of the sources", async () => {
  await start(machine, ["--help"]);
  const old = namesIn(machine.cache);
  const litter = `${"0".repeat(40)}.cjs.0123456789ab`;
  writeFileSync(join(machine.cache, litter), "half");
  writeFileSync(join(machine.root, "generator/new.ts"), "");

  await start(machine, ["--help"]);

  expect(namesIn(machine.cache).filter((name) => [...old, litter].includes(name))).toEqual([]);
  expect(namesIn(machine.cache)).toEqual([expect.stringMatching(/\.cjs$/), expect.stringMatching(/\.help\.v8$/)]);
});

it("processes that build at the same time do not disturb each other", async () => {
  emptyCache();
  const roots = Array.from({ length: 4 }, () => aRepository());

  await inBatches(roots, async (root) => {
    expect(await start(machine, ["generate", "-C", root])).toMatchObject({ code: 0 });
  });

  const [first, ...others] = roots.map(treeOf);
  for (const other of others) expect(other).toEqual(first);
});

it("says what to do where the dependencies are missing", async () => {
  emptyCache();
  rmSync(join(machine.root, "node_modules/esbuild"));

  expect(await start(machine, ["generate"])).toEqual({
    code: 2,
    stdout: "",
    stderr: "The dependencies are not installed. Run `npm ci --ignore-scripts` first.\n",
  });
});
