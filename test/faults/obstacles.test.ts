import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { readTree } from "../support/repository.ts";
import { aFolder, put } from "../system/temporary-folder.ts";
import { aMachine, start } from "./machine.ts";
import { aGeneratedRepository, aRepository, CHANGED, remainsOf, SMALL, treeOf, write } from "./small-repository.ts";

const machine = aMachine("generate", "schema");

/** What may stand where a plain file should, by the words that tell it. A device takes root to make; elsewhere a link to one does. */
const OBSTACLES: Readonly<Record<string, (path: string) => void | Promise<void>>> = {
  "a link to a file outside": (path) => symlinkSync(put(aFolder(), "outside", "outside\n"), path),
  "a link that leads nowhere": (path) => symlinkSync(join(aFolder(), "nowhere"), path),
  "a link to a device": (path) => symlinkSync("/dev/zero", path),
  "a pipe": (path) => void execFileSync("mkfifo", [path]),
  "a folder": (path) => void mkdirSync(path),
  "a socket": aSocket,
  ...(process.getuid?.() === 0 ? { "a device": (path) => void execFileSync("mknod", [path, "c", "1", "5"]) } : {}),
};

function aSocket(path: string): Promise<void> {
  const server = createServer();
  onTestFinished(() => void server.close());
  return new Promise((resolve) => server.listen(path, resolve));
}

/** One of every kind of output. */
const OUTPUTS = [
  ".github/CODEOWNERS",
  "apps/dev/application.yaml",
  "apps/root.yaml",
  "base/etcd/service.yaml",
  "base/generated.sha256",
  "overlays/dev/README.md",
  "overlays/dev/generated.sha256",
  "overlays/dev/kustomization.yaml",
];

describe.each(Object.entries(OBSTACLES))("%s", (kind, put) => {
  it("in the place of any output is left alone and named, and nothing is written", async () => {
    const root = await aGeneratedRepository(machine);
    for (const path of OUTPUTS) await replace(join(root, path), put);
    write(root, CHANGED);
    const before = treeOf(root);

    const { code, stdout, stderr } = await start(machine, ["generate", "--force", "-C", root]);

    const reason = kind.startsWith("a link")
      ? "is a symbolic link, or lies behind one"
      : "is not a plain file, or lies behind one";
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    for (const path of OUTPUTS) expect(stderr).toContain(`${path} ${reason}.\n`);
    expect(treeOf(root)).toEqual(before);
  });

  it("in the place of an input is refused in a moment, and nothing is written", async () => {
    const root = aRepository();
    for (const path of Object.keys(SMALL)) await replace(join(root, path), put);

    const { code, stdout, stderr } = await start(machine, ["generate", "-C", root]);

    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(
      /^gitops\.yaml:1:1 .*\n.*\(E_READ\)\noverlays\/dev\/environment\.yaml:1:1 .*\n.*\(E_READ\)\n\n2 problems in 2 files\. Nothing was written\.\n$/,
    );
    expect(readTree(root)).toEqual({});
  });

  it("in the place of the stamp costs no more than the time that the stamp would have saved", async () => {
    const root = await aGeneratedRepository(machine);
    const before = treeOf(root);
    await replace(join(root, "node_modules/.cache/milvus-gitops/stamp.json"), put);

    const { code, stdout } = await start(machine, ["generate", "-C", root]);

    expect({ code, stdout }).toEqual({ code: 0, stdout: "Nothing to do: every generated file is up to date.\n" });
    expect(treeOf(root)).toEqual(before);
  });

  it("in the place of the lock's owner is a lock, and whose it is cannot be told", async () => {
    const root = aRepository();
    await replace(join(root, ".milvus-gitops.lock/owner"), put);

    const { code, stderr } = await start(machine, ["generate", "-C", root]);

    expect({ code, stderr: lastLines(stderr) }).toEqual({
      code: 75,
      stderr:
        "Another run is writing to this repository. Nothing was written.\n  Run again when it is done. If it no longer exists, remove .milvus-gitops.lock. (E_LOCKED)",
    });
    expect(existsSync(join(root, "base"))).toBe(false);
  });

  it("in the place of a schema is refused or replaced, and never written through", async () => {
    const root = aRepository();
    await replace(join(root, "schemas/environment.schema.json"), put);

    const { code, stderr } = await start(machine, ["schema", "-C", root]);

    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining("schemas/environment.schema.json cannot be read: "),
    });
    expect(remainsOf(root)).toEqual([]);
  });
});

describe.each(Object.entries(OBSTACLES).filter(([kind]) => kind !== "a folder"))(
  "%s in the place of a folder",
  (_kind, put) => {
    it("of generated files is left alone and named, and nothing is written", async () => {
      const root = await aGeneratedRepository(machine);
      const folders = ["apps", "base/etcd", "overlays/dev/milvus"];
      for (const folder of folders) await replace(join(root, folder), put);
      const before = treeOf(root);

      const { code, stderr } = await start(machine, ["generate", "--force", "-C", root]);

      expect(code).toBe(3);
      for (const folder of folders) {
        expect(stderr).toMatch(
          new RegExp(`(?:^|\\n)${folder} is (?:a symbolic link|not a plain file), or lies behind one\\.\\n`),
        );
      }
      expect(treeOf(root)).toEqual(before);
    });

    it("that holds the environments is refused: it must not look as if there were none", async () => {
      const root = await aGeneratedRepository(machine);
      renameSync(join(root, "overlays"), join(root, "moved"));
      await put(join(root, "overlays"));

      const { code, stderr } = await start(machine, ["generate", "-C", root]);

      expect({ code, stderr }).toEqual({
        code: 2,
        stderr: "overlays is a link or a file where a folder should be.\n  Replace it by a folder. (E_READ)\n",
      });
      expect(existsSync(join(root, "base/etcd"))).toBe(true);
    });

    it("that is the lock is named, and nothing is written", async () => {
      const root = aRepository();
      await put(join(root, ".milvus-gitops.lock"));

      const { code, stderr } = await start(machine, ["generate", "-C", root]);

      expect({ code, stderr: lastLines(stderr) }).toEqual({
        code: 3,
        stderr:
          ".milvus-gitops.lock is a link or a file where a folder should be.\n  Move it out of the way and run again. (E_NOT_A_FOLDER)",
      });
      expect(Object.keys(readTree(root)).filter((path) => path.startsWith("base/") || path.includes(".lock-"))).toEqual([]);
    });
  },
);

it("a file that becomes a link after it was seen is not followed", async () => {
  const root = aRepository();
  const outside = put(aFolder(), "secret.yaml", "password: hunter2\n");
  const env = { SWAP_PATH: join(root, "gitops.yaml"), SWAP_TARGET: outside };

  const { code, stderr } = await start(machine, ["generate", "-C", root], {
    preload: join(import.meta.dirname, "programs/swap-for-link.cjs"),
    env,
  });

  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(/^gitops\.yaml:1:1 The file.* symbolic link\./) });
  expect(stderr).not.toContain("hunter2");
});

async function replace(path: string, obstacle: (path: string) => void | Promise<void>): Promise<void> {
  rmSync(path, { recursive: true, force: true });
  mkdirSync(dirname(path), { recursive: true });
  await obstacle(path);
}

/** What comes behind the warnings. */
function lastLines(text: string): string {
  return text.trimEnd().split("\n").slice(-2).join("\n");
}
