import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { type RemoteBranch, type RemoteEntry, readBlobs, readBranch, readCommit } from "../../generator/github/branch.ts";
import { changedFiles } from "../../generator/github/changed-files.ts";
import { treeWith } from "../../generator/github/tree.ts";
import { aGitHub } from "../github-double/index.ts";
import { bytesOf, connect, REPOSITORY } from "./setting.ts";

describe("a branch", () => {
  it("is read by two calls", async () => {
    const double = await aGitHub(REPOSITORY);
    const [commit] = double.commits();

    const branch = await readBranch(await connect(double), "main");

    expect(branch).toMatchObject({ name: "main", commit: commit?.sha, tree: commit?.tree });
    expect([...branch.entries.keys()].sort()).toEqual(Object.keys(double.files()).sort());
    expect(treeWith(branch, new Map())).toBe(commit?.tree);
    expect(double.calls()).toHaveLength(2);
  });

  it("is read folder by folder where GitHub cuts the answer", async () => {
    const double = await aGitHub(REPOSITORY);
    const whole = await readBranch(await connect(double), "main");
    double.limitTrees(3);

    const walked = await readBranch(await connect(double), "main");

    expect(walked).toEqual({ ...whole, entries: new Map([...walked.entries]) });
    expect(Object.fromEntries(walked.entries)).toEqual(Object.fromEntries(whole.entries));
  });

  it("can be any commit", async () => {
    const double = await aGitHub(REPOSITORY);
    const before = await readBranch(await connect(double), "main");
    double.addCommit("feature/a", { "gitops.yaml": undefined }, "Remove it");

    const github = await connect(double);
    expect(await readCommit(github, before.commit)).toEqual({ ...before, name: before.commit });
    expect((await readCommit(github, "feature/a")).entries.has("gitops.yaml")).toBe(false);
  });

  it("has contents by their hash, each read once and proved", async () => {
    const double = await aGitHub(REPOSITORY);
    const github = await connect(double);
    const { entries } = await readBranch(github, "main");
    const ids = [...entries.values()].map(({ id }) => id);
    double.forgetRequests();

    const blobs = await readBlobs(github, [...ids, ...ids]);

    const texts = Object.fromEntries([...entries].map(([path, { id }]) => [path, Buffer.from(blobs.get(id) ?? []).toString()]));
    expect(texts).toEqual(double.files());
    expect(double.calls()).toHaveLength(ids.length);
    double.fault({
      on: "GET git/blobs/*",
      when: "before",
      answer: { status: 200, body: { content: "b3RoZXI=", encoding: "base64" } },
    });
    await expect(readBlobs(github, ids)).rejects.toThrow(/gave other contents than those of blob/);
  });
});

describe("a tree with changes", () => {
  const EDITS = bytesOf({
    "a.txt": "changed\n",
    "run.sh": "changed\n",
    "a/new/deep/file": "new\n",
    "only/one.txt": undefined,
    link: "a file now\n",
    "was-a-file": undefined,
    "was-a-file/inside": "a folder now\n",
    "not-there": undefined,
  });

  it("has the hash that Git gives it", () => {
    const folder = aRepository();
    const base = baseOf(folder);
    const changes = changedFiles(base, { files: EDITS, modes: new Map() });

    expect(treeWith(base, new Map())).toBe(base.tree);
    expect([...changes.keys()].sort()).toEqual([...EDITS.keys()].filter((path) => path !== "not-there").sort());
    expect(treeWith(base, changes)).toBe(treeOf(folder, EDITS));
  });

  it("without any file is Git's empty tree", () => {
    const base = baseOf(aRepository());
    const nothing = new Map([...base.entries.keys()].map((path) => [path, undefined]));

    expect(treeWith(base, nothing)).toBe("4b825dc642cb6eb9a060e54bf8d69288fbee4904");
  });
});

/** Names that sort differently as files and as folders, an executable and a link. */
function aRepository(): string {
  const folder = mkdtempSync(join(tmpdir(), "tree-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  git(folder, "init", "-q");
  const names = ["a.txt", "a-b/c", "a/b", "a.b/c", "ab", "only/one.txt", "was-a-file", "ä/ö", "Z"];
  for (const name of names) write(folder, name, `${name}\n`);
  write(folder, "run.sh", "#!/bin/sh\n", 0o755);
  symlinkSync("a.txt", join(folder, "link"));
  git(folder, "add", "-A");
  return folder;
}

function baseOf(folder: string): RemoteBranch {
  const tree = git(folder, "write-tree").trim();
  const records = git(folder, "ls-tree", "-r", "-z", tree).split("\0").filter(Boolean);
  const entries = new Map(
    records.map((record): [string, RemoteEntry] => {
      const [about = "", path = ""] = record.split("\t");
      const [mode = "", , id = ""] = about.split(" ");
      return [path, { id, mode, isFile: mode.startsWith("100") }];
    }),
  );
  return { name: "main", commit: "", tree, entries };
}

function treeOf(folder: string, edits: ReadonlyMap<string, Uint8Array | undefined>): string {
  for (const [path, bytes] of edits) if (bytes === undefined || path === "link") rmSync(join(folder, path), { force: true });
  for (const [path, bytes] of edits) if (bytes !== undefined) write(folder, path, bytes);
  git(folder, "add", "-A");
  return git(folder, "write-tree").trim();
}

function write(folder: string, path: string, content: string | Uint8Array, mode = 0o644): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content, { mode });
}

function git(folder: string, ...args: string[]): string {
  return execFileSync("git", ["-C", folder, ...args], { encoding: "utf8" });
}
