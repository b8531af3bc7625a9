import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { withLock } from "../../generator/system/lock.ts";
import { runProcess } from "../../generator/system/process.ts";
import { buildProgram } from "./programs/build.ts";
import { aFolder, aFolderForAll, put } from "./temporary-folder.ts";

const PROGRAMS = aFolderForAll();
const LOCK = ".milvus-gitops.lock";
const holdLock = buildProgram("hold-lock", PROGRAMS);
const takeTurns = buildProgram("take-turns", PROGRAMS);

async function aHolder(root: string): Promise<ChildProcess> {
  const holder = spawn(process.execPath, [holdLock, root], { stdio: ["pipe", "pipe", "inherit"] });
  onTestFinished(() => {
    holder.kill("SIGKILL");
  });
  await once(holder.stdout, "data");
  return holder;
}

/** A lock as a run leaves it that was killed. */
function aLock(root: string, owner: string): void {
  put(root, `${LOCK}/.gitignore`, "*\n");
  put(root, `${LOCK}/owner`, owner);
}

describe("withLock", () => {
  it("returns what the action returns, and leaves nothing behind", async () => {
    const root = aFolder();

    expect(await withLock(root, () => 7)).toBe(7);
    expect(await withLock(root, async () => 8)).toBe(8);
    expect(readdirSync(root)).toEqual([]);
  });

  it("gives the lock back when the action fails", async () => {
    const root = aFolder();

    await expect(withLock(root, () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");

    expect(readdirSync(root)).toEqual([]);
  });

  it("hides itself from Git", async () => {
    const root = aFolder();

    await withLock(root, () => {
      expect(readFileSync(join(root, LOCK, ".gitignore"), "utf8")).toBe("*\n");
    });
  });

  it("refuses a second run in the same process", async () => {
    const root = aFolder();

    await withLock(root, async () => {
      await expect(withLock(root, () => 1)).rejects.toMatchObject({ code: "E_LOCKED", exitCode: 75 });
      expect(existsSync(join(root, LOCK))).toBe(true);
    });
  });

  it("names the process that holds the lock, and works again when that is done", async () => {
    const root = aFolder();
    const holder = await aHolder(root);

    await expect(withLock(root, () => 1)).rejects.toMatchObject({
      code: "E_LOCKED",
      exitCode: 75,
      message: `Process ${holder.pid} on ${hostname()} is writing to this repository. Nothing was written.`,
      remedy: expect.stringContaining(LOCK),
    });
    holder.stdin?.end();
    await once(holder, "exit");

    expect(await withLock(root, () => 2)).toBe(2);
  });

  it("takes over the lock of a process that was killed", async () => {
    const root = aFolder();
    const holder = await aHolder(root);
    holder.kill("SIGKILL");
    await once(holder, "exit");

    expect(await withLock(root, () => 1)).toBe(1);
    expect(readdirSync(root)).toEqual([]);
  });

  it("takes over the lock of an earlier process whose number another has now", async () => {
    const root = aFolder();
    aLock(root, `pid ${process.pid} on ${hostname()} another-boot/1\n`);

    expect(await withLock(root, () => 1)).toBe(1);
  });

  it("does not judge a process on another host", async () => {
    const root = aFolder();
    aLock(root, "pid 1 on another-host unknown\n");

    await expect(withLock(root, () => 1)).rejects.toMatchObject({
      message: expect.stringContaining("Process 1 on another-host"),
    });
  });

  it.each(["", "mine"])("leaves a lock alone that no run wrote (%j)", async (owner) => {
    const root = aFolder();
    aLock(root, owner);

    await expect(withLock(root, () => 1)).rejects.toMatchObject({ message: expect.stringContaining("Another run") });
    expect(readFileSync(join(root, LOCK, "owner"), "utf8")).toBe(owner);
  });

  it("says that a repository which does not exist cannot be written", async () => {
    await expect(withLock(join(aFolder(), "missing"), () => 1)).rejects.toMatchObject({ code: "E_WRITE" });
  });

  it("lets in one process at a time, also when all find a stale lock", async () => {
    const root = aFolder();
    aLock(root, `pid ${process.pid} on ${hostname()} another-boot/1\n`);
    const options = { env: process.env, timeoutMilliseconds: 50_000, maxBytes: 100_000 };

    const runs = [1, 2, 3, 4].map(() => runProcess([process.execPath, takeTurns, root, "50"], options));

    for (const { failure, stderr } of await Promise.all(runs)) expect(failure, stderr).toBeUndefined();
    expect(readdirSync(root)).toEqual([]);
  });
});
