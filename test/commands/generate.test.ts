import { createHash } from "node:crypto";
import { readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { planRepository } from "../../generator/commands/plan.ts";
import { commitAll, git } from "../support/git.ts";
import { descriptions, readTree, replaceInFile, sourcesOf, temporaryRepository, writeText } from "../support/repository.ts";
import { run } from "../support/run.ts";
import { DEV, freshRepository, generatedRepository, PROD } from "./repositories.ts";

const ENVIRONMENTS = { dev: DEV, prod: PROD };
const isManifest = (path: string) => path.endsWith("generated.sha256");

describe("generate", () => {
  it("writes the whole tree into a fresh repository and keeps what people wrote", async () => {
    const root = freshRepository();
    const { code, stdout } = await run(root, "generate");

    const tree = Object.entries(readTree(root));
    const planned = planRepository(sourcesOf(ENVIRONMENTS)).plan?.files ?? new Map();
    expect(code).toBe(0);
    expect(new Map(tree.filter(([path]) => !isManifest(path)))).toEqual(new Map([...descriptions(ENVIRONMENTS), ...planned]));
    expect(stdout).toMatch(new RegExp(`^Wrote ${tree.length - 3} files:\n`));
  });

  it("lists the hash of every file that it wrote, for sha256sum --check", async () => {
    const tree = readTree(await generatedRepository());
    const listed = Object.entries(tree)
      .filter(([path]) => isManifest(path))
      .flatMap(hashes);
    const written = Object.entries(tree).filter(([path]) => !isManifest(path) && !descriptions(ENVIRONMENTS).has(path));

    expect(new Map(listed)).toEqual(new Map(written.map(([path, text]) => [path, sha256(text)])));
  });

  it("writes nothing the second time, and says so", async () => {
    const root = await generatedRepository();
    const before = inodes(root);
    const { code, stdout } = await run(root, "generate");

    expect({ code, stdout }).toEqual({ code: 0, stdout: "Nothing to do: every generated file is up to date.\n" });
    expect(inodes(root)).toEqual(before);
  });

  it("says what it wrote as one JSON document", async () => {
    const root = await generatedRepository();
    replaceInFile(root, "overlays/prod/environment.yaml", "replicas: 3", "replicas: 4");
    const { code, stdout } = await run(root, "generate", "--json");

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      changes: [
        { path: "overlays/prod/README.md", kind: "update" },
        { path: "overlays/prod/generated.sha256", kind: "update" },
        { path: "overlays/prod/milvus/querynode-deployment.patch.yaml", kind: "update" },
      ],
      written: true,
    });
  });

  it.each(["--dry-run", "--diff"])("writes nothing with %s", async (option) => {
    const root = freshRepository();
    const { code } = await run(root, "generate", option);

    expect(code).toBe(0);
    expect(readTree(root)).toEqual(Object.fromEntries([...descriptions(ENVIRONMENTS)].sort()));
  });

  it("names the files that it would write with --dry-run", async () => {
    const root = await generatedRepository();
    replaceInFile(root, "overlays/dev/environment.yaml", "30001", "30002");
    const { stdout } = await run(root, "generate", "--dry-run");

    expect(stdout).toBe(
      "Would write 2 files:\n  update overlays/dev/generated.sha256\n  update overlays/dev/milvus/proxy-service.patch.yaml\n",
    );
  });

  it("prints with --diff the patch that leads from nothing to the whole tree", async () => {
    await expectPatchToEqualRun(freshRepository());
  });

  it("prints with --diff the patch of new, changed and removed files", async () => {
    const root = await generatedRepository();
    rmSync(join(root, "overlays/dev/environment.yaml"));
    writeText(root, "overlays/new/environment.yaml", descriptions({ new: DEV }).get("overlays/new/environment.yaml") ?? "");
    replaceInFile(root, "overlays/prod/environment.yaml", "replicas: 3", "replicas: 4");
    await expectPatchToEqualRun(root);
  });
});

async function expectPatchToEqualRun(root: string): Promise<void> {
  const { stdout } = await run(root, "generate", "--diff");
  const copy = temporaryRepository(new Map(Object.entries(readTree(root))));
  writeText(copy, "change.patch", stdout);
  await commitAll(copy);
  await git(copy, "apply", "--whitespace=error-all", "change.patch");
  rmSync(join(copy, "change.patch"));
  await run(root, "generate");

  expect(readTree(copy)).toEqual(readTree(root));
}

function hashes([path, text]: readonly [string, string]): [string, string][] {
  const folder = path.slice(0, path.lastIndexOf("/"));
  return text
    .trimEnd()
    .split("\n")
    .map((line) => [`${folder}/${line.slice(66)}`, line.slice(0, 64)]);
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** A file that is written gets another inode, because it is replaced by a rename. */
function inodes(root: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.keys(readTree(root)).map((path) => {
      const { ino, mtimeMs } = statSync(join(root, path));
      return [path, { ino, mtimeMs, text: readFileSync(join(root, path), "utf8") }];
    }),
  );
}
