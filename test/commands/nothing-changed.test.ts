import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { withLock } from "../../generator/system/lock.ts";
import { readTree, replaceInFile, temporaryRepository, writeText } from "../support/repository.ts";
import { type Run, run } from "../support/run.ts";
import { freshRepository, generatedRepository } from "./repositories.ts";

const STAMP = "node_modules/.cache/milvus-gitops/stamp.json";
const FILE = "overlays/prod/milvus/querynode-deployment.patch.yaml";
const NOTHING_TO_DO = "Nothing to do: every generated file is up to date.\n";
const MARK = "This is told from the stamp.";

describe("a run over a tree that is as the last run left it", () => {
  it.each([[], ["--json"], ["--dry-run"], ["--dry-run", "--json"], ["--diff"], ["--diff", "--json"]])(
    "plans nothing and says what a run that plans says: %j",
    async (...options) => {
      const root = await stampedRepository();
      const planned = await run(await generatedRepository(), "generate", ...options);
      const stamped = await run(root, "generate", ...options);
      mark(root);
      const marked = await run(root, "generate", ...options);

      expect(stamped).toEqual(planned);
      expect(planned.code).toBe(0);
      expect(tellsMark(marked)).toBe(true);
    },
  );

  it("writes nothing, also not to the stamp", async () => {
    const root = await markedRepository();
    const before = inodes(root);

    expect(tellsMark(await run(root, "generate"))).toBe(true);
    expect(inodes(root)).toEqual(before);
  });

  it("does not care for times, which a checkout or a copy changes", async () => {
    const root = await markedRepository();
    const future = new Date(Date.now() + 86_400_000);
    for (const path of Object.keys(readTree(root))) utimesSync(join(root, path), future, future);

    expect(tellsMark(await run(root, "generate"))).toBe(true);
  });

  it("needs no lock", async () => {
    const root = await markedRepository();
    const result = await withLock(root, () => run(root, "generate"));

    expect(tellsMark(result)).toBe(true);
  });

  it("is known again after a run that wrote", async () => {
    const root = await stampedRepository();
    replaceInFile(root, "overlays/prod/environment.yaml", "replicas: 3", "replicas: 4");
    await run(root, "generate");
    mark(root);

    expect(tellsMark(await run(root, "generate"))).toBe(true);
  });
});

describe("a run plans again", () => {
  it.each<[string, (root: string) => void, Partial<Run>]>([
    [
      "after a change of an environment that keeps its size and its time",
      (root) => replaceUnseen(root, "overlays/prod/environment.yaml", "replicas: 3", "replicas: 4"),
      { code: 0, stdout: wrote("update overlays/prod/README.md", "update overlays/prod/generated.sha256", `update ${FILE}`) },
    ],
    [
      "after a change of gitops.yaml",
      (root) => replaceUnseen(root, "gitops.yaml", "branch: main", "branch: next"),
      { code: 0, stdout: expect.stringContaining("update apps/dev/application.yaml") },
    ],
    [
      "for a new environment",
      (root) => cpSync(join(root, "overlays/prod/environment.yaml"), made(root, "overlays/qa/environment.yaml")),
      { code: 0, stdout: expect.stringContaining("create overlays/qa/namespace.yaml\n") },
    ],
    [
      "for an environment that is gone",
      (root) => rmSync(join(root, "overlays/prod/environment.yaml")),
      { code: 0, stdout: expect.stringContaining("delete overlays/prod/namespace.yaml\n") },
    ],
    [
      "for a kustomization in custom/",
      (root) => writeText(root, "overlays/dev/custom/kustomization.yaml", CUSTOM),
      { code: 0, stdout: expect.stringContaining("update overlays/dev/kustomization.yaml\n") },
    ],
    [
      "for an environment that has become a link",
      (root) => linkTo(root, "overlays/prod/environment.yaml"),
      { code: 2, stdout: "", stderr: expect.stringContaining("overlays/prod/environment.yaml") },
    ],
    [
      "after an edit by hand that keeps the size and the time",
      (root) => replaceUnseen(root, FILE, "replicas: 3", "replicas: 7"),
      { code: 3, stderr: expect.stringContaining(`${FILE} was edited by hand`) },
    ],
    ["for a generated file that is gone", (root) => rmSync(join(root, FILE)), { code: 0, stdout: wrote(`create ${FILE}`) }],
    [
      "for a generated file that has become a link to the same text",
      (root) => linkTo(root, FILE),
      { code: 3, stderr: expect.stringContaining(`${FILE} is a symbolic link`) },
    ],
    [
      "for a folder that has become a link to the same files",
      (root) => linkTo(root, "overlays/prod/milvus"),
      { code: 3, stderr: expect.stringContaining("overlays/prod/milvus is a symbolic link") },
    ],
    [
      "for a folder in the place of a file",
      (root) => mkdirSync(join(removed(root, FILE), "inside"), { recursive: true }),
      { code: 3, stderr: expect.stringContaining(`${FILE} is not a plain file`) },
    ],
    [
      "after an edit of a manifest",
      (root) => replaceInFile(root, "apps/generated.sha256", "  ", "  ./"),
      { code: 0, stdout: wrote("update apps/generated.sha256") },
    ],
    [
      "for a manifest that is gone",
      (root) => rmSync(join(root, "overlays/prod/generated.sha256")),
      { code: 0, stdout: wrote("create overlays/prod/generated.sha256") },
    ],
    [
      "for a manifest that has become a link",
      (root) => linkTo(root, "base/generated.sha256"),
      { code: 3, stderr: expect.stringContaining("base/generated.sha256 is a symbolic link") },
    ],
    [
      "for generated files of an environment that nobody described",
      (root) => cpSync(join(root, "apps/prod"), join(root, "apps/old"), { recursive: true }),
      { code: 0, stdout: expect.stringContaining("delete apps/old/generated.sha256\n") },
    ],
  ])("%s", async (_title, change, expected) => {
    const root = await markedRepository();
    change(root);
    const result = await run(root, "generate");

    expect(result).toMatchObject(expected);
    expect(tellsMark(result)).toBe(false);
  });

  it("for a tree that is whole, but of other inputs", async () => {
    const root = await markedRepository();
    const stamp = readFileSync(join(root, STAMP), "utf8");
    replaceInFile(root, "overlays/prod/environment.yaml", "replicas: 3", "replicas: 4");
    await run(root, "generate");
    replaceInFile(root, "overlays/prod/environment.yaml", "replicas: 4", "replicas: 3");
    writeText(root, STAMP, stamp);

    expect((await run(root, "generate")).stdout).toContain("update overlays/prod/generated.sha256\n");
  });

  it("where a run that was killed left a file, and removes it", async () => {
    const root = await markedRepository();
    writeText(root, "overlays/prod/milvus/.a.yaml.tmp-0123456789ab", "half of a fi");
    const result = await run(root, "generate");

    expect(result.stdout).toBe(NOTHING_TO_DO);
    expect(tellsMark(result)).toBe(false);
    expect(readdirSync(join(root, "overlays/prod/milvus"))).not.toContain(".a.yaml.tmp-0123456789ab");
  });

  it("when it is forced to", async () => {
    const result = await run(await markedRepository(), "generate", "--force");

    expect(result.stdout).toBe(NOTHING_TO_DO);
    expect(tellsMark(result)).toBe(false);
  });

  it.each<[string, (text: string) => string]>([
    ["of another generator", (text) => text.replace(/[0-9a-f]{40}\.cjs/, `${"0".repeat(40)}.cjs`)],
    ["that is torn", (text) => text.slice(0, text.length / 2)],
    ["that is empty", () => ""],
  ])("where there is a stamp %s", async (_title, edit) => {
    const root = await markedRepository();
    writeText(root, STAMP, edit(readFileSync(join(root, STAMP), "utf8")));
    const result = await run(root, "generate");

    expect(result).toMatchObject({ code: 0, stdout: NOTHING_TO_DO });
    expect(tellsMark(result)).toBe(false);
    expect(JSON.parse(readFileSync(join(root, STAMP), "utf8"))).toMatchObject({ build: expect.stringMatching(/\.cjs$/) });
  });

  it("to check the tree, whatever the stamp says", async () => {
    const root = await markedRepository();
    const result = await run(root, "check");

    expect(result.code).toBe(0);
    expect(tellsMark(result)).toBe(false);
  });
});

describe("no stamp is left", () => {
  it("where there is no node_modules, which alone is sure not to be committed", async () => {
    const root = freshRepository();
    await run(root, "generate");

    expect(readdirSync(root)).not.toContain("node_modules");
  });

  it.each([["--dry-run"], ["--diff"]])("by %s", async (option) => {
    const root = await generatedRepository();
    mkdirSync(join(root, "node_modules"));
    await run(root, "generate", option);

    expect(readdirSync(join(root, "node_modules"))).toEqual([]);
  });

  it("by a run that refused to write", async () => {
    const root = await generatedRepository();
    mkdirSync(join(root, "node_modules"));
    replaceInFile(root, FILE, "replicas: 3", "replicas: 7");

    expect((await run(root, "generate")).code).toBe(3);
    expect(readdirSync(join(root, "node_modules"))).toEqual([]);
  });

  it("where it cannot be written, and the run is none the worse for it", async () => {
    const root = await generatedRepository();
    writeText(root, "node_modules/.cache", "a file where a folder should be");

    expect(await run(root, "generate")).toMatchObject({ code: 0, stdout: NOTHING_TO_DO });
  });
});

const CUSTOM = "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n";

/** A tree with the stamp of a run. That it is a copy of the one that the run saw makes no difference. */
async function stampedRepository(): Promise<string> {
  stamped ??= stampOnce();
  return temporaryRepository(new Map(Object.entries(await stamped)));
}

let stamped: Promise<Record<string, string>> | undefined;

async function stampOnce(): Promise<Record<string, string>> {
  const root = await generatedRepository();
  mkdirSync(join(root, "node_modules"));
  await run(root, "generate");
  return readTree(root);
}

/** The same with a finding in the stamp that no plan comes to: who tells it has not planned. */
async function markedRepository(): Promise<string> {
  const root = await stampedRepository();
  mark(root);
  return root;
}

function mark(root: string): void {
  const stamp = JSON.parse(readFileSync(join(root, STAMP), "utf8"));
  writeText(root, STAMP, JSON.stringify({ ...stamp, findings: [{ ...stamp.findings[0], message: MARK }] }));
}

function tellsMark({ stdout, stderr }: Run): boolean {
  return `${stdout}${stderr}`.includes(MARK);
}

function wrote(...lines: readonly string[]): string {
  const count = `${lines.length} file${lines.length === 1 ? "" : "s"}`;
  return `Wrote ${count}:\n${lines.map((line) => `  ${line}\n`).join("")}`;
}

function replaceUnseen(root: string, path: string, from: string, to: string): void {
  const { size, atime, mtime } = statSync(join(root, path));
  replaceInFile(root, path, from, to);
  utimesSync(join(root, path), atime, mtime);
  expect(statSync(join(root, path)).size).toBe(size);
}

function linkTo(root: string, path: string): void {
  renameSync(join(root, path), join(root, "moved"));
  symlinkSync(join(root, "moved"), join(root, path));
}

function removed(root: string, path: string): string {
  rmSync(join(root, path));
  return join(root, path);
}

function made(root: string, path: string): string {
  writeText(root, path, "");
  return join(root, path);
}

function inodes(root: string): Record<string, unknown> {
  return Object.fromEntries(Object.keys(readTree(root)).map((path) => [path, inodeOf(join(root, path))]));
}

function inodeOf(path: string): unknown {
  const { ino, mtimeMs, ctimeMs } = statSync(path);
  return { ino, mtimeMs, ctimeMs };
}
