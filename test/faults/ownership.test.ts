import { mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commitAll, git } from "../support/git.ts";
import { readTree } from "../support/repository.ts";
import { aFolder, put } from "../system/temporary-folder.ts";
import { aMachine, type Ending, start } from "./machine.ts";
import { aGeneratedRepository, CHANGED, copyOf, treeOf, write } from "./small-repository.ts";

const machine = aMachine("generate");

const generate = (root: string): Promise<Ending> => start(machine, ["generate", "-C", root]);

describe("what a person did", () => {
  it("to a generated file is shown and not overwritten", async () => {
    const root = await aGeneratedRepository(machine);
    put(root, "base/etcd/service.yaml", "edited\n");
    write(root, CHANGED);
    const before = treeOf(root);

    const { code, stdout, stderr } = await generate(root);

    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toContain("base/etcd/service.yaml was edited by hand since it was generated.\n");
    expect(stderr).toContain("\n+edited\n");
    expect(treeOf(root)).toEqual(before);
  });

  it("beside generated files is kept, whatever the files are called", async () => {
    const root = await aGeneratedRepository(machine);
    const own = [
      "base/etcd/mine.yaml",
      "overlays/dev/.hidden",
      "apps/dev/.service.yaml.tmp-mine",
      "overlays/dev/custom/x y.txt",
    ];
    for (const path of own) put(root, path, "mine\n");
    write(root, CHANGED);

    expect(await generate(root)).toMatchObject({ code: 0 });
    expect(treeOf(root)).toMatchObject(Object.fromEntries(own.map((path) => [path, "mine\n"])));
  });

  it("is a file whose name differs from a generated one in case only, which macOS and Windows take for the same", async () => {
    const root = await aGeneratedRepository(machine);
    renameSync(join(root, "overlays/dev/namespace.yaml"), join(root, "overlays/dev/Namespace.yaml"));
    const before = treeOf(root);

    const { code, stderr } = await generate(root);

    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: expect.stringContaining("overlays/dev/namespace.yaml differs from another file in upper and lower case only.\n"),
    });
    expect(treeOf(root)).toEqual(before);
  });
});

/** A repository under Git in a state that tools stumble over. */
const STATES: readonly [string, (root: string) => Promise<string>][] = [
  ["with a detached HEAD", async (root) => git(root, "checkout", "--quiet", "--detach").then(() => root)],
  [
    "with a dirty tree and a staged file",
    async (root) => {
      put(root, "notes.md", "mine\n");
      await git(root, "add", "notes.md");
      put(root, "notes.md", "mine too\n");
      return root;
    },
  ],
  [
    "in the middle of a rebase, with a locked index",
    async (root) => {
      put(root, ".git/index.lock", "");
      put(root, ".git/rebase-merge/head-name", "refs/heads/main\n");
      return root;
    },
  ],
  ["that is a shallow clone", async (root) => cloned(root, "clone", "--quiet", "--depth", "1", `file://${root}`)],
  [
    "that is a working tree of another one",
    async (root) => {
      const folder = join(aFolder(), "tree");
      await git(root, "worktree", "add", "--quiet", "--detach", folder);
      return folder;
    },
  ],
  [
    "that is a submodule",
    async (root) => {
      const parent = aFolder();
      await git(parent, "init", "--quiet");
      await git(parent, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", root, "gitops");
      return join(parent, "gitops");
    },
  ],
  [
    "without .git",
    async (root) => {
      const copy = copyOf(root);
      rmSync(join(copy, ".git"), { recursive: true });
      return copy;
    },
  ],
];

async function cloned(root: string, ...command: readonly string[]): Promise<string> {
  const folder = join(aFolder(), "clone");
  await git(root, ...command, folder);
  return folder;
}

describe.each(STATES)("a repository %s", (_what, bring) => {
  it("is generated like any other, and Git's own files stay as they are", async () => {
    const origin = await aGeneratedRepository(machine);
    put(origin, ".gitignore", "node_modules\n");
    await commitAll(origin);
    const root = await bring(origin);
    mkdirSync(join(root, "node_modules"), { recursive: true });
    write(root, CHANGED);
    const before = gitFilesOf(root);

    expect(await generate(root)).toMatchObject({ code: 0 });

    expect(gitFilesOf(root)).toEqual(before);
    expect(treeOf(root)).toMatchObject(withoutEmpty(treeOf(await aGeneratedRepository(machine, CHANGED))));
  });
});

function gitFilesOf(root: string): Record<string, string> {
  return Object.fromEntries(Object.entries(treeOf(root)).filter(([path]) => path === ".git" || path.startsWith(".git/")));
}

function withoutEmpty(tree: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(tree).filter(([, text]) => text !== ""));
}

it("a run in a folder below the repository does not take that for one", async () => {
  const root = await aGeneratedRepository(machine);
  const before = readTree(root);

  const { code, stderr } = await start(machine, ["generate"], { cwd: join(root, "overlays") });

  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("gitops.yaml:1:1 The file does not exist.") });
  expect(readTree(root)).toEqual(before);
});
