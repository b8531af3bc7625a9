import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { applyWrite, planWrite } from "../../generator/system/tree.ts";
import { aFolder, contentsOf, put } from "./temporary-folder.ts";

const DESIRED = { "base/etcd/service.yaml": "service\n", "overlays/dev/kustomization.yaml": "dev\n" };

function plan(root: string, files: Readonly<Record<string, string>> = DESIRED) {
  return planWrite(root, new Map(Object.entries(files)));
}

/** A folder in which these files were generated. */
function generated(files: Readonly<Record<string, string>> = DESIRED): string {
  const root = aFolder();
  applyWrite(root, plan(root, files), { force: false });
  return root;
}

describe("what would be written", () => {
  it("is every file and a manifest for each area in a new repository, in path order", () => {
    const { changes, conflicts, leftovers } = plan(aFolder());

    expect(changes.map(({ path, kind }) => `${kind} ${path}`)).toEqual([
      "create base/etcd/service.yaml",
      "create base/generated.sha256",
      "create overlays/dev/generated.sha256",
      "create overlays/dev/kustomization.yaml",
    ]);
    expect(changes[0]).toEqual({ path: "base/etcd/service.yaml", kind: "create", before: undefined, after: "service\n" });
    expect([conflicts, leftovers]).toEqual([[], []]);
  });

  it("is nothing when all is there", () => {
    expect(plan(generated())).toEqual({ changes: [], conflicts: [], leftovers: [] });
  });

  it("is a changed file with its texts, and the manifest of its area alone", () => {
    const { changes } = plan(generated(), { ...DESIRED, "base/etcd/service.yaml": "other\n" });

    expect(changes.map(({ path }) => path)).toEqual(["base/etcd/service.yaml", "base/generated.sha256"]);
    expect(changes[0]).toEqual({ path: "base/etcd/service.yaml", kind: "update", before: "service\n", after: "other\n" });
  });

  it("is the removal of generated files that are no longer wanted, also where the whole environment is gone", () => {
    const { changes, conflicts } = plan(generated(), { "base/etcd/service.yaml": "service\n" });

    expect(changes.map(({ path, kind }) => `${kind} ${path}`)).toEqual([
      "delete overlays/dev/generated.sha256",
      "delete overlays/dev/kustomization.yaml",
    ]);
    expect(conflicts).toEqual([]);
  });

  it("is a file that someone removed", () => {
    const root = generated();
    rmSync(join(root, "base/etcd"), { recursive: true });

    expect(plan(root)).toEqual({
      changes: [{ path: "base/etcd/service.yaml", kind: "create", before: undefined, after: "service\n" }],
      conflicts: [],
      leftovers: [],
    });
  });

  it("is a manifest that someone edited, which is no conflict", () => {
    const root = generated();
    put(root, "base/generated.sha256", `${"0".repeat(64)}  etcd/service.yaml\n`);

    expect(plan(root).changes.map(({ path, kind }) => `${kind} ${path}`)).toEqual(["update base/generated.sha256"]);
    expect(plan(root).conflicts).toEqual([]);
  });

  it("never is a file that no manifest lists", () => {
    const root = generated();
    put(root, "base/etcd/notes.md", "mine");
    put(root, "overlays/dev/environment.yaml", "mine");
    put(root, "overlays/dev/custom/kustomization.yaml", "mine");
    put(root, "docs/generated.sha256", "mine");

    expect(plan(root)).toEqual({ changes: [], conflicts: [], leftovers: [] });
    expect(plan(root, {}).changes.filter(({ before }) => before === "mine")).toEqual([]);
  });

  it("never is a person's file, even when a manifest lists it with its hash", () => {
    const root = aFolder({ "overlays/dev/environment.yaml": "a" });
    put(
      root,
      "overlays/dev/generated.sha256",
      "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  environment.yaml\n",
    );

    expect(plan(root, {}).changes.map(({ path }) => path)).toEqual(["overlays/dev/generated.sha256"]);
  });
});

describe("what stands in the way", () => {
  it("is a generated file that was edited by hand; the change is planned for who overwrites it", () => {
    const root = generated();
    put(root, "base/etcd/service.yaml", "edited\n");

    const texts = { before: "edited\n", after: "service\n" };
    expect(plan(root)).toEqual({
      changes: [{ path: "base/etcd/service.yaml", kind: "update", ...texts }],
      conflicts: [{ path: "base/etcd/service.yaml", reason: "edited", ...texts }],
      leftovers: [],
    });
  });

  it("is an edited file also when its new text is another", () => {
    const root = generated();
    put(root, "base/etcd/service.yaml", "edited\n");

    const { conflicts } = plan(root, { ...DESIRED, "base/etcd/service.yaml": "newer\n" });

    expect(conflicts).toEqual([{ path: "base/etcd/service.yaml", reason: "edited", before: "edited\n", after: "newer\n" }]);
  });

  it("is not an edit that makes the file what it is to become", () => {
    const root = generated();
    put(root, "base/etcd/service.yaml", "newer\n");

    const { changes, conflicts } = plan(root, { ...DESIRED, "base/etcd/service.yaml": "newer\n" });

    expect(changes.map(({ path }) => path)).toEqual(["base/generated.sha256"]);
    expect(conflicts).toEqual([]);
  });

  it("is an edited file that is no longer wanted", () => {
    const root = generated();
    put(root, "overlays/dev/kustomization.yaml", "edited\n");

    expect(plan(root, { "base/etcd/service.yaml": "service\n" }).conflicts).toEqual([
      { path: "overlays/dev/kustomization.yaml", reason: "deleted-edited", before: "edited\n", after: undefined },
    ]);
  });

  it("is a file of someone else where a generated one goes, unless it is the same", () => {
    const root = aFolder({ "base/etcd/service.yaml": "mine\n", "overlays/dev/kustomization.yaml": "dev\n" });

    expect(plan(root).conflicts).toEqual([
      { path: "base/etcd/service.yaml", reason: "unowned", before: "mine\n", after: "service\n" },
    ]);
  });

  it("is not an empty file, which a loss of power leaves", () => {
    const root = generated();
    put(root, "base/etcd/service.yaml", "");
    put(root, "overlays/dev/kustomization.yaml", "");

    expect(plan(root, { "base/etcd/service.yaml": "service\n" }).conflicts).toEqual([]);
  });

  it("is a file whose bytes are no text", () => {
    const root = generated();
    put(root, "base/etcd/service.yaml", Uint8Array.of(0xff, 0xfe));

    expect(plan(root).conflicts.map(({ path, reason }) => `${reason} ${path}`)).toEqual(["edited base/etcd/service.yaml"]);
  });

  it("is a symbolic link at the file, also one to the same text", () => {
    const root = generated();
    rmSync(join(root, "base/etcd/service.yaml"));
    symlinkSync(put(aFolder(), "service.yaml", "service\n"), join(root, "base/etcd/service.yaml"));

    expect(plan(root)).toEqual({
      changes: [],
      conflicts: [{ path: "base/etcd/service.yaml", reason: "symlink", before: undefined, after: undefined }],
      leftovers: [],
    });
  });

  it("is a symbolic link among the parents, told once", () => {
    const root = aFolder();
    symlinkSync(aFolder(), join(root, "base"));

    const { conflicts } = plan(root, { "base/a.yaml": "a", "base/etcd/b.yaml": "b" });

    expect(conflicts).toEqual([{ path: "base", reason: "symlink", before: undefined, after: undefined }]);
  });

  it("is a folder at the file, and a file among its parents", () => {
    const root = aFolder({ base: "a file" });
    mkdirSync(join(root, "overlays/dev/kustomization.yaml"), { recursive: true });

    expect(plan(root).conflicts.map(({ path, reason }) => `${reason} ${path}`)).toEqual([
      "not-a-file base",
      "not-a-file overlays/dev/kustomization.yaml",
    ]);
  });

  it("is a name that differs in case only, on disk or among the desired files", () => {
    const root = aFolder({ "base/ETCD/service.yaml": "x", "overlays/dev/Kustomization.yaml": "x" });

    const { conflicts } = plan(root, { ...DESIRED, "apps/dev/a.yaml": "a", "apps/dev/A.yaml": "A" });

    expect(conflicts.map(({ path, reason }) => `${reason} ${path}`)).toEqual([
      "case-clash apps/dev/A.yaml",
      "case-clash base/etcd",
      "case-clash overlays/dev/kustomization.yaml",
    ]);
  });
});

it("finds the temporary files of a run that was killed, and nothing that only looks like one", () => {
  const root = generated();
  put(root, "base/etcd/.service.yaml.tmp-0123456789ab", "half");
  put(root, "apps/gone/.application.yaml.tmp-0123456789ab", "half");
  put(root, "base/etcd/service.yaml.tmp-0123456789ab", "mine");
  put(root, "base/etcd/.service.yaml.tmp-mine", "mine");
  put(root, "overlays/dev/custom/.patch.yaml.tmp-0123456789ab", "mine");

  expect(plan(root).leftovers).toEqual([
    "apps/gone/.application.yaml.tmp-0123456789ab",
    "base/etcd/.service.yaml.tmp-0123456789ab",
  ]);
});

it("refuses to plan a file outside the generated folders", () => {
  expect(() => plan(aFolder(), { "overlays/dev/environment.yaml": "" })).toThrow("overlays/dev/environment.yaml");
});

it("reads only", () => {
  const root = generated();
  const before = contentsOf(root);

  plan(root, { "base/other.yaml": "other" });

  expect(contentsOf(root)).toEqual(before);
});
