import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { withLock } from "../../generator/system/lock.ts";
import { type ProcessResult, runProcess } from "../../generator/system/process.ts";
import { applyWrite, planWrite } from "../../generator/system/tree.ts";
import { buildProgram } from "./programs/build.ts";
import { aFolder, aFolderForAll, contentsOf, filesOf, IN_MEMORY } from "./temporary-folder.ts";

type Files = Readonly<Record<string, string>>;

/** Long enough for a write to be cut in the middle. */
const text = (words: string) => `${words}\n`.repeat(20);

const FIRST = {
  "base/etcd/service.yaml": text("service 1"),
  "base/kustomization.yaml": text("base"),
  "overlays/dev/kustomization.yaml": text("dev 1"),
  "overlays/old/etcd/patch.yaml": text("old"),
};
const SECOND = {
  "apps/dev/application.yaml": text("application 2"),
  "base/etcd/service.yaml": text("service 2"),
  "base/kustomization.yaml": text("base"),
  "overlays/dev/kustomization.yaml": text("dev 2"),
};
const THIRD = {
  "apps/dev/application.yaml": text("application 3"),
  "base/etcd/service.yaml": text("service 3"),
  "overlays/dev/kustomization.yaml": text("dev 3"),
};

/** So many processes at once. */
const BATCH = 4;

/** Every second call, unless every one is asked for; the calls for one file are odd in number, so each kind is met. */
const STEP = process.env.FAULTS === "all" ? 1 : 2;

const failAt = join(import.meta.dirname, "programs/fail-at.cjs");

const program = buildProgram("write-tree", aFolderForAll());

/** Writes files in a process whose call of the file system number `at` fails. */
function writeFailing(root: string, files: Files, at: number, how: string): Promise<ProcessResult> {
  const env = { ...process.env, FAIL_ROOT: root, FAIL_AT: String(at), FAIL_HOW: how };
  const command = [process.execPath, "--require", failAt, program, root, JSON.stringify(files)] as const;
  return runProcess(command, { env, timeoutMilliseconds: 30_000, maxBytes: 1_000_000 });
}

async function write(root: string, files: Files): Promise<void> {
  await withLock(root, () => applyWrite(root, planWrite(root, new Map(Object.entries(files))), { force: false }));
}

/** What a process leaves that dies at its call number `at`; undefined when it makes fewer calls. */
async function killedAt(at: number, before: Files): Promise<{ at: number; root: string } | undefined> {
  const root = aFolder({}, IN_MEMORY);
  if (Object.keys(before).length > 0) await write(root, before);
  const { failure } = await writeFailing(root, SECOND, at, "kill");
  if (failure === undefined) return undefined;
  expect(failure).toBe("ended by SIGKILL");
  return { at, root };
}

/** Files that are neither old nor new; those with a name of their own for what is not complete do not count. */
function tornFiles(root: string, before: Files, after: Files): string[] {
  const isWhole = ([path, found]: [string, string]) => [before, after].some((files) => files[path] === found);
  const own = /\.tmp-[0-9a-f]{12}$|^\.milvus-gitops\.lock|\/$/;
  return Object.entries(filesOf(root))
    .filter((entry) => !own.test(entry[0]) && !isWhole(entry))
    .map(([path]) => path);
}

async function freshly(files: Files): Promise<Record<string, string>> {
  const root = aFolder({}, IN_MEMORY);
  await write(root, files);
  return contentsOf(root);
}

/** A folder that a run emptied and had no time to remove is of no account, Git does not see it; nor is an empty lock. */
function withoutEmptyFolders(contents: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(contents).filter(([path]) => !path.endsWith("/")));
}

it.each([
  { name: "a first run", before: {}, atLeast: 60 },
  { name: "an update", before: FIRST, atLeast: 100 },
])(
  "leaves whole files when it is killed at any call of $name, and the next run completes it for any input",
  async ({ before, atLeast }) => {
    const [second, third] = [await freshly(SECOND), await freshly(THIRD)];
    let calls = 0;
    for (let at = 0; calls === at; at += BATCH * STEP) {
      const batch = await Promise.all(Array.from({ length: BATCH }, (_, index) => killedAt(at + index * STEP, before)));
      const killed = batch.filter((run) => run !== undefined);
      calls += killed.length * STEP;
      for (const run of killed) {
        const copy = aFolder({}, IN_MEMORY);
        cpSync(run.root, copy, { recursive: true });
        expect(tornFiles(run.root, before, SECOND), `killed at call ${run.at}`).toEqual([]);

        await write(run.root, SECOND);
        await write(copy, THIRD);

        expect(withoutEmptyFolders(contentsOf(run.root)), `killed at call ${run.at}, same input`).toEqual(second);
        expect(withoutEmptyFolders(contentsOf(copy)), `killed at call ${run.at}, other input`).toEqual(third);
      }
    }
    expect(calls).toBeGreaterThan(atLeast);
  },
  300_000,
);

it.each(["ENOSPC", "EACCES"])(
  "a call that fails with %s ends the run with a text, and leaves whole files and no half ones",
  async (code) => {
    const second = await freshly(SECOND);
    for (let at = 0; at < 120; at += 4) {
      const root = aFolder({}, IN_MEMORY);
      await write(root, FIRST);
      const { failure, stderr } = await writeFailing(root, SECOND, at, code);
      // Some calls may fail: those that tidy up.
      if (failure !== undefined) {
        expect({ at, failure, stderr }).toEqual({
          at,
          failure: expect.stringMatching(/^exit code [25]$/),
          stderr: expect.stringMatching(new RegExp(`^E_(READ|WRITE) .* cannot be (read|written): .*\\(?${code}`, "s")),
        });
      }
      expect(tornFiles(root, FIRST, SECOND)).toEqual([]);
      await write(root, SECOND);
      expect(withoutEmptyFolders(contentsOf(root)), `failed at call ${at}`).toEqual(second);
    }
  },
  120_000,
);

it("writes the rest when the system takes less than it was given", async () => {
  const second = await freshly(SECOND);
  for (let at = 0; at < 40; at += 2) {
    const root = aFolder({}, IN_MEMORY);

    const { failure } = await writeFailing(root, SECOND, at, "short");

    expect(failure).toBeUndefined();
    expect(contentsOf(root)).toEqual(second);
  }
});

it("leaves the old file where the size of files is limited", async () => {
  const root = aFolder({}, IN_MEMORY);
  await write(root, { "base/small.yaml": "small\n" });
  const files = JSON.stringify({ "base/small.yaml": "x".repeat(10_000) });

  const { failure, stderr } = await runProcess(
    ["/bin/sh", "-c", 'ulimit -f 2; exec "$0" "$@"', process.execPath, program, root, files],
    { env: process.env, timeoutMilliseconds: 30_000, maxBytes: 1_000_000 },
  );

  expect(failure).toBe("exit code 5");
  expect(stderr).toMatch(/^E_WRITE base\/small\.yaml cannot be written: a limit on file sizes is reached \(EFBIG\)/);
  expect(filesOf(root)).toEqual({ "base/small.yaml": "small\n" });
});

it("is one tree after many runs at once, and whoever loses says so", async () => {
  for (let round = 0; round < 5; round++) {
    const root = aFolder({}, IN_MEMORY);
    const runs = [1, 2, 3, 4].map(() => writeFailing(root, SECOND, -1, "kill"));

    const endings = (await Promise.all(runs)).map(({ failure }) => failure ?? "done");

    expect(endings).toContain("done");
    expect(endings.filter((ending) => ending !== "done" && ending !== "exit code 75")).toEqual([]);
    expect(readdirSync(root).filter((name) => name.startsWith(".milvus"))).toEqual([]);
    expect(contentsOf(root)).toEqual(await freshly(SECOND));
  }
});
