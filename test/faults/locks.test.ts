import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, readFileSync, rmSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { put } from "../system/temporary-folder.ts";
import { ALL, LIMIT_MILLISECONDS } from "./batches.ts";
import { aMachine, type Ending, start } from "./machine.ts";
import { aGeneratedRepository, aRepository, remainsOf, treeOf } from "./small-repository.ts";

vi.setConfig({ testTimeout: LIMIT_MILLISECONDS });

const machine = aMachine("generate", "check");
const OWNER = ".milvus-gitops.lock/owner";
const FAIL_AT = join(import.meta.dirname, "../system/programs/fail-at.cjs");

const generate = (root: string): Promise<Ending> => start(machine, ["generate", "-C", root]);

/** The number of a process that has ended. */
async function aDeadProcess(): Promise<number> {
  const child = spawn("/bin/true");
  await once(child, "exit");
  return child.pid ?? 0;
}

/** What a run leaves that is killed while it holds the lock. */
async function aKilledRun(): Promise<string> {
  const root = aRepository();
  const env = { FAIL_ROOT: root, FAIL_AT: "200", FAIL_HOW: "kill" };
  const { code } = await start(machine, ["generate", "-C", root], { preload: FAIL_AT, env });
  expect({ code, remains: remainsOf(root) }).toEqual({ code: "SIGKILL", remains: expect.arrayContaining([OWNER]) });
  return root;
}

const ROUNDS = ALL ? 25 : 1;

describe.each([2, 4, 8])("%d runs at once", (runs) => {
  it.each([
    ["over a new repository", async () => aRepository()],
    ["that all find the lock of a run that was killed", aKilledRun],
  ])("%s make one tree, and each loser names the holder", async (_what, before) => {
    const wanted = treeOf(await aGeneratedRepository(machine));
    for (let round = 0; round < ROUNDS; round++) {
      const root = await before();

      const endings = await Promise.all(Array.from({ length: runs }, () => generate(root)));

      expect(endings.map(({ code }) => code)).toContain(0);
      expect(endings.filter(({ code }) => code !== 0).filter(isNoPlainLoser)).toEqual([]);
      expect({ tree: treeOf(root), remains: remainsOf(root) }).toEqual({ tree: wanted, remains: [] });
    }
  });
});

function isNoPlainLoser({ code, stdout, stderr }: Ending): boolean {
  const told = /^Process \d+ on \S+ is writing to this repository\. Nothing was written\.\n.*\(E_LOCKED\)\n$/;
  return code !== 75 || stdout !== "" || !told.test(stderr);
}

describe("a lock that is left over", () => {
  it("from a run that was killed is taken over", async () => {
    const root = await aKilledRun();

    expect(await generate(root)).toMatchObject({ code: 0 });
    expect({ tree: treeOf(root), remains: remainsOf(root) }).toEqual({
      tree: treeOf(await aGeneratedRepository(machine)),
      remains: [],
    });
  });

  it.each<[string, () => Promise<string> | string]>([
    ["of a process that is gone", async () => `pid ${await aDeadProcess()} on ${hostname()} boot/1\n`],
    ["whose number another process has now", () => `pid ${process.pid} on ${hostname()} boot/1\n`],
  ])("%s is taken over", async (_what, owner) => {
    const root = aRepository();
    put(root, OWNER, await owner());

    expect(await generate(root)).toMatchObject({ code: 0 });
    expect(remainsOf(root)).toEqual([]);
  });

  it.each([
    ["of another host", "pid 1 on another-host unknown\n", "Process 1 on another-host"],
    ["that says nothing", "", "Another run"],
    ["that a person made", "maintenance until Monday\n", "Another run"],
    ["that was cut off", "pid 1", "Another run"],
  ])("%s is respected, and says how to go on", async (_what, owner, who) => {
    const root = aRepository();
    put(root, OWNER, owner);

    expect(await generate(root)).toEqual({
      code: 75,
      stdout: "",
      stderr: `${who} is writing to this repository. Nothing was written.\n  Run again when it is done. If it no longer exists, remove .milvus-gitops.lock. (E_LOCKED)\n`,
    });
    expect(readFileSync(join(root, OWNER), "utf8")).toBe(owner);
    rmSync(join(root, ".milvus-gitops.lock"), { recursive: true });
    expect(await generate(root)).toMatchObject({ code: 0 });
  });

  it("that may not be read is respected", async () => {
    const root = aRepository();
    put(root, OWNER, "pid 1 on another-host unknown\n");
    chmodSync(join(root, ".milvus-gitops.lock"), 0o000);
    onTestFinished(() => chmodSync(join(root, ".milvus-gitops.lock"), 0o755));

    expect(await generate(root)).toMatchObject({ code: 75, stdout: "" });
  });
});

it("a lock hinders neither check nor a preview", async () => {
  const root = await aGeneratedRepository(machine);
  put(root, OWNER, "pid 1 on another-host unknown\n");

  expect(await start(machine, ["check", "-C", root])).toMatchObject({ code: 0 });
  expect(await start(machine, ["generate", "--dry-run", "-C", root])).toMatchObject({ code: 0 });
});
