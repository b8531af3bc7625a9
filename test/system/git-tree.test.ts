import { lstatSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { blobId, readBlobs } from "../../generator/system/git-blobs.ts";
import { findCommit } from "../../generator/system/git-commit.ts";
import { openScratch } from "../../generator/system/git-scratch.ts";
import { readGitTree } from "../../generator/system/git-tree.ts";
import { readWorkingFiles } from "../../generator/system/git-working-files.ts";
import { commitAll, git } from "../support/git.ts";
import { readTree, temporaryRepository, writeText } from "../support/repository.ts";

const FILES = new Map([
  ["base/a.yaml", "a: 1\n"],
  ["overlays/dev/b c.yaml", "ü: 2\n"],
  ["other.txt", "no\n"],
]);

async function repository(): Promise<string> {
  const root = temporaryRepository(FILES);
  await commitAll(root);
  return root;
}

async function contentsAt(root: string, ref: string, ...paths: readonly string[]): Promise<Record<string, string>> {
  const entries = await readGitTree(root, (await findCommit(root, ref)) ?? "", paths);
  const ids = [...entries.values()].map(({ id }) => id);
  const blobs = await readBlobs(root, ids);
  return Object.fromEntries([...entries].map(([path, { id }]) => [path, blobs.get(id)?.toString() ?? ""]));
}

describe("a tree at a commit", () => {
  it("has the files of the folders that are asked for, whatever stands on disk", async () => {
    const root = await repository();
    writeText(root, "base/a.yaml", "changed\n");
    writeText(root, "base/new.yaml", "new\n");

    expect(await contentsAt(root, "HEAD", "base", "overlays", "apps")).toEqual({
      "base/a.yaml": "a: 1\n",
      "overlays/dev/b c.yaml": "ü: 2\n",
    });
  });

  it("has paths from the folder on that need not be the top of the repository", async () => {
    const root = temporaryRepository(new Map([...FILES].map(([path, text]) => [`gitops/${path}`, text])));
    await commitAll(root);
    expect(await contentsAt(join(root, "gitops"), "HEAD", "base")).toEqual({ "base/a.yaml": "a: 1\n" });
  });

  it("gives bytes as they are stored: no filter, no line ending, nothing that is not text", async () => {
    const root = await repository();
    writeText(root, ".gitattributes", "*.yaml filter=evil\n");
    await git(root, "config", "filter.evil.smudge", "touch evil");
    const bytes = Buffer.from([0xff, 0x00, 0x0d, 0x0a]);
    writeFileSync(join(root, "base", "bytes.yaml"), bytes);
    await git(root, "add", "--all");
    await git(root, "commit", "--quiet", "--message", "bytes");

    const entries = await readGitTree(root, (await findCommit(root, "HEAD")) ?? "", ["base/bytes.yaml"]);
    const id = entries.get("base/bytes.yaml")?.id ?? "";
    expect((await readBlobs(root, [id])).get(id)).toEqual(bytes);
    expect(blobId(bytes, 40)).toBe(id);
    expect(Object.keys(readTree(root))).not.toContain("evil");
  });

  it("tells links apart", async () => {
    const root = await repository();
    symlinkSync("/etc/passwd", join(root, "base", "link"));
    await git(root, "add", "--all");
    await git(root, "commit", "--quiet", "--message", "link");

    const entries = await readGitTree(root, (await findCommit(root, "HEAD")) ?? "", ["base"]);
    expect([...entries].map(([path, { isFile }]) => [path, isFile])).toEqual([
      ["base/a.yaml", true],
      ["base/link", false],
    ]);
  });

  it("reads thousands of blobs at once, and none where none is asked for", async () => {
    const root = temporaryRepository(
      new Map(Array.from({ length: 3_000 }, (_, index) => [`base/${index}.yaml`, `n: ${index}\n`])),
    );
    await commitAll(root);
    const contents = await contentsAt(root, "HEAD", "base");
    expect(Object.keys(contents)).toHaveLength(3_000);
    expect(contents["base/2999.yaml"]).toBe("n: 2999\n");
    expect(await readBlobs(root, [])).toEqual(new Map());
  });

  it("fails for a blob that is missing", async () => {
    await expect(readBlobs(await repository(), ["0".repeat(40)])).rejects.toMatchObject({ code: "E_GIT", exitCode: 2 });
  });
});

describe("the name of a commit", () => {
  it("is a branch, a tag or what Git makes of it", async () => {
    const root = await repository();
    await git(root, "tag", "-a", "v1", "-m", "one");
    const head = (await git(root, "rev-parse", "HEAD")).trim();
    for (const ref of ["HEAD", "v1", head.slice(0, 10), "HEAD@{0}"]) expect(await findCommit(root, ref)).toBe(head);
  });

  it.each(["nowhere", "", "--all", "-h", "HEAD:base", "a..b", "$(touch evil)", "HEAD\nHEAD"])(
    "is refused where it is %j",
    async (ref) => {
      const root = await repository();
      await expect(findCommit(root, ref)).rejects.toMatchObject({ code: "E_REF", exitCode: 2 });
      expect(Object.keys(readTree(root))).not.toContain("evil");
    },
  );

  it("is none for HEAD before the first commit", async () => {
    const root = temporaryRepository(FILES);
    await git(root, "init", "--quiet");
    expect(await findCommit(root, "HEAD")).toBeUndefined();
    await expect(findCommit(root, "HEAD~1")).rejects.toMatchObject({ code: "E_REF" });
  });

  it("cannot be found outside a repository", async () => {
    await expect(findCommit(temporaryRepository(FILES), "HEAD")).rejects.toMatchObject({ code: "E_GIT", exitCode: 2 });
  });
});

describe("the working files", () => {
  it("are tracked and new ones as they stand on disk, without links, ignored and removed ones", async () => {
    const root = await repository();
    writeText(root, ".gitignore", "*.bak\n");
    writeText(root, "overlays/dev/new.yaml", "new\n");
    writeText(root, "overlays/dev/old.bak", "old\n");
    writeText(root, "overlays/dev/b c.yaml", "changed\n");
    writeText(root, "overlays/qa/gone.yaml", "gone\n");
    await git(root, "add", "--all");
    rmSync(join(root, "overlays", "qa"), { recursive: true });
    symlinkSync("/etc/passwd", join(root, "overlays", "dev", "link"));

    const files = await readWorkingFiles(root, "overlays");
    expect([...files].map(([path, bytes]) => [path, bytes?.toString()])).toEqual([
      ["overlays/dev/b c.yaml", "changed\n"],
      ["overlays/dev/link", undefined],
      ["overlays/dev/new.yaml", "new\n"],
    ]);
  });
});

describe("a scratch folder", () => {
  it("holds what is written, outside the repository, until it is removed", () => {
    const scratch = openScratch();
    scratch.write(new Map([["base/a/b.yaml", Buffer.from("a\n")]]));
    expect(readTree(scratch.root)).toEqual({ "base/a/b.yaml": "a\n" });
    scratch.remove();
    expect(() => readTree(scratch.root)).toThrow("ENOENT");
  });

  it.each(["../evil", "base/../../evil", "/etc/evil", "base//evil", "./evil"])("refuses %s", (path) => {
    const scratch = openScratch();
    expect(() => scratch.write(new Map([[path, Buffer.from("")]]))).toThrow("which is no path inside it");
    scratch.remove();
  });
});

it("nothing is written into the repository", async () => {
  const root = await repository();
  const times = () =>
    readdirSync(root, { recursive: true, encoding: "utf8" }).map((path) => [path, lstatSync(join(root, path)).mtimeMs]);
  const before = times();
  await contentsAt(root, "HEAD", "base");
  await readWorkingFiles(root, "overlays");
  expect(times()).toEqual(before);
});
