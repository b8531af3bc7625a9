import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { clientOf } from "./client.ts";
import { commitContent, objectId } from "./git/objects.ts";
import { addBlob, newStore } from "./git/store.ts";
import { differences, EMPTY, editTree, flatten } from "./git/trees.ts";
import { aGitHub } from "./index.ts";

/** The real git over an empty repository. */
function realGit(): (args: readonly string[], input?: string | Buffer) => string {
  const folder = mkdtempSync(join(tmpdir(), "github-double-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const signature = { NAME: "ada", EMAIL: "ada@example.com", DATE: "2026-01-01T00:00:01Z" };
  const both = Object.entries(signature).flatMap(([key, value]) => [
    [`GIT_AUTHOR_${key}`, value],
    [`GIT_COMMITTER_${key}`, value],
  ]);
  const env = { PATH: process.env.PATH, HOME: folder, ...Object.fromEntries(both) };
  const git = (args: readonly string[], input: string | Buffer = "") =>
    execFileSync("git", args, { cwd: folder, env, input }).toString().trim();
  git(["init", "--quiet"]);
  return git;
}

/** Names whose order as files, as folders and by code unit differ. */
const FILES: Readonly<Record<string, [mode: string, content: string]>> = {
  "a.b": ["100644", "between a and a/ by its bytes\n"],
  "a/deep/er/x.yaml": ["100644", "x: 1\n"],
  "a/x.sh": ["100755", "#!/bin/sh\n"],
  a0: ["100644", ""],
  "\uff5e": ["100644", "above the emoji by UTF-16, below it by bytes\n"],
  "\u{1f600}": ["100644", "é\n"],
};

describe("the objects of the double", () => {
  it("have the ids that git gives them", () => {
    const git = realGit();
    const store = newStore();
    const leaves = Object.entries(FILES).map(([path, [mode, content]]) => {
      const sha = addBlob(store, Buffer.from(content));
      expect(git(["hash-object", "-w", "--stdin"], content)).toBe(sha);
      return [path, { mode, sha }] as const;
    });
    git(["update-index", "-z", "--index-info"], leaves.map(([path, { mode, sha }]) => `${mode} ${sha}\t${path}\0`).join(""));

    const tree = editTree(store, undefined, new Map(leaves));

    expect(git(["write-tree"])).toBe(tree);
    expect(objectId("tree", Buffer.alloc(0))).toBe(EMPTY);
    expect([...flatten(store, tree).keys()]).toEqual(
      git(["ls-tree", "-r", "-z", "--name-only", tree]).split("\0").filter(Boolean),
    );
    const author = { name: "ada", email: "ada@example.com", date: "2026-01-01T00:00:01Z" };
    const commit = commitContent({ tree, parents: [], author, committer: author, message: "Start\n" });
    expect(git(["commit-tree", tree], "Start\n")).toBe(objectId("commit", commit));
  });

  it("keep their ids when they are edited instead of built", () => {
    const store = newStore();
    const leaf = (text: string) => ({ mode: "100644", sha: addBlob(store, Buffer.from(text)) });
    const before = editTree(store, undefined, new Map([["a/b/c", leaf("1")], ["a/d", leaf("2")], ["e", leaf("3")]])); // biome-ignore format: a table
    const after = editTree(store, before, new Map([["a/b/c", undefined], ["e/f", leaf("4")]])); // biome-ignore format: a table

    expect(editTree(store, undefined, new Map([["a/d", leaf("2")], ["e/f", leaf("4")]]))).toBe(after); // biome-ignore format: a table
    expect([...differences(store, before, after)]).toEqual([
      ["a/b/c", { before: leaf("1"), after: undefined }],
      ["e/f", { before: undefined, after: leaf("4") }],
      ["e", { before: leaf("3"), after: undefined }],
    ]);
  });
});

it("makes over HTTP the tree and the commit that git would make", async () => {
  const github = await aGitHub({ owner: "acme", repo: "gitops", files: { "a/kept.txt": "kept\n", "a/gone.txt": "gone\n" } });
  const send = clientOf(github);
  const git = realGit();
  const [start] = github.commits();
  const entries = [
    { path: "a/gone.txt", mode: "100644", type: "blob", sha: null },
    { path: "b/new.txt", mode: "100644", type: "blob", content: "new ☃\n" },
  ];

  const tree = await send("POST git/trees", { base_tree: start?.tree, tree: entries });
  const author = { name: "ada", email: "ada@example.com", date: "2026-01-01T00:00:01Z" };
  const commit = await send("POST git/commits", { message: "Change\n", tree: tree.body.sha, parents: [], author });

  const add = (path: string, content: string) => `100644 ${git(["hash-object", "-w", "--stdin"], content)}\t${path}\n`;
  git(["update-index", "--index-info"], add("a/kept.txt", "kept\n") + add("b/new.txt", "new ☃\n"));
  expect(tree.body.sha).toBe(git(["write-tree"]));
  expect(commit.body.sha).toBe(git(["commit-tree", tree.body.sha], "Change\n"));
});
