import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { applyWrite, planWrite } from "../../generator/system/tree.ts";
import { aFolder, contentsOf, filesOf, put } from "./temporary-folder.ts";

const DESIRED = {
  "apps/dev/application.yaml": "application\n",
  "base/etcd/service.yaml": "service\n",
  "overlays/dev/etcd/patch.yaml": "patch\n",
  "overlays/dev/kustomization.yaml": "dev\n",
};

function plan(root: string, files: Readonly<Record<string, string>> = DESIRED) {
  return planWrite(root, new Map(Object.entries(files)));
}

function write(root: string, files: Readonly<Record<string, string>> = DESIRED, force = false): void {
  applyWrite(root, plan(root, files), { force });
}

describe("applyWrite", () => {
  it("writes every file, with a manifest that `sha256sum -c` could check in each area", () => {
    const root = aFolder();

    write(root);

    expect(filesOf(root)).toEqual(DESIRED);
    expect(readFileSync(join(root, "overlays/dev/generated.sha256"), "utf8")).toBe(
      "612f1fa5282cf336e3c251d40d7d937f502ecb29c4e479ea4c334716150ab27b  etcd/patch.yaml\n" +
        "9c5955fc99a60b8f6dee6cf582c4420d91e1b3e2a201f532c91e2cbdfce7fa51  kustomization.yaml\n",
    );
  });

  it("makes plain files, which nobody can execute", () => {
    const root = aFolder();

    write(root);

    expect(statSync(join(root, "base/etcd/service.yaml")).mode & 0o111).toBe(0);
  });

  it("leaves nothing to do", () => {
    const root = aFolder();

    write(root);

    expect(plan(root)).toEqual({ changes: [], conflicts: [], leftovers: [] });
  });

  it("touches only what changed", () => {
    const root = aFolder();
    write(root);
    const before = statSync(join(root, "base/etcd/service.yaml")).ino;

    write(root, { ...DESIRED, "overlays/dev/etcd/patch.yaml": "other\n" });

    expect(filesOf(root)).toEqual({ ...DESIRED, "overlays/dev/etcd/patch.yaml": "other\n" });
    expect(statSync(join(root, "base/etcd/service.yaml")).ino).toBe(before);
  });

  it("removes what is no longer wanted with the folders that it empties, and keeps what people wrote", () => {
    const root = aFolder({ "overlays/dev/custom/kustomization.yaml": "mine" });
    write(root);

    write(root, { "base/etcd/service.yaml": "service\n" });

    expect(filesOf(root)).toEqual({
      "apps/": "",
      "base/etcd/service.yaml": "service\n",
      "overlays/dev/custom/kustomization.yaml": "mine",
    });
  });

  it("brings back a file that someone removed", () => {
    const root = aFolder();
    write(root);
    rmSync(join(root, "overlays"), { recursive: true });

    write(root);

    expect(filesOf(root)).toEqual(DESIRED);
  });

  it("puts a manifest right that someone emptied", () => {
    const root = aFolder();
    write(root);
    const before = contentsOf(root);
    put(root, "base/generated.sha256", "");

    write(root);

    expect(contentsOf(root)).toEqual(before);
  });

  it("removes the temporary files of a run that was killed", () => {
    const root = aFolder();
    write(root);
    put(root, "base/etcd/.service.yaml.tmp-0123456789ab", "half");

    write(root);

    expect(filesOf(root)).toEqual(DESIRED);
  });

  it("writes a thousand files as it writes one", () => {
    const root = aFolder();
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`base/${index}.yaml`, `${index}\n`]));

    write(root, many);

    expect(filesOf(root)).toEqual(many);
    expect(plan(root, many).changes).toEqual([]);
  });
});

describe("with work of a person in the way, applyWrite", () => {
  function edited(): string {
    const root = aFolder();
    write(root);
    put(root, "base/etcd/service.yaml", "edited\n");
    put(root, "overlays/dev/etcd/patch.yaml", "edited\n");
    return root;
  }
  const changed = { "apps/dev/application.yaml": "new\n", "base/etcd/service.yaml": "service\n" };

  it("writes nothing at all and names every file", () => {
    const root = edited();
    const before = contentsOf(root);

    expect(() => write(root, changed)).toThrow(
      expect.objectContaining({
        code: "E_CONFLICT",
        exitCode: 3,
        message: expect.stringMatching(
          /base\/etcd\/service\.yaml: edited\n.*overlays\/dev\/etcd\/patch\.yaml: deleted-edited$/s,
        ),
      }),
    );
    expect(contentsOf(root)).toEqual(before);
  });

  it("overwrites and removes it on request", () => {
    const root = edited();

    write(root, changed, true);

    expect(filesOf(root)).toEqual({ ...changed, "overlays/": "" });
    expect(plan(root, changed).changes).toEqual([]);
  });

  it("takes over a file of someone else on request", () => {
    const root = aFolder({ "base/etcd/service.yaml": "mine\n" });

    write(root, DESIRED, true);

    expect(filesOf(root)).toEqual(DESIRED);
  });

  it("does not overwrite a link even on request", () => {
    const outside = put(aFolder(), "outside", "outside\n");
    const root = aFolder();
    mkdirSync(join(root, "base/etcd"), { recursive: true });
    symlinkSync(outside, join(root, "base/etcd/service.yaml"));

    expect(() => write(root, DESIRED, true)).toThrow(expect.objectContaining({ code: "E_CONFLICT" }));
    expect(readFileSync(outside, "utf8")).toBe("outside\n");
  });
});

describe("what happens between plan and write", () => {
  it("is noticed: a file that a person saved is left alone", () => {
    const root = aFolder();
    write(root);
    const next = plan(root, { ...DESIRED, "base/etcd/service.yaml": "other\n" });
    put(root, "base/etcd/service.yaml", "saved just now\n");

    expect(() => applyWrite(root, next, { force: false })).toThrow(
      expect.objectContaining({ code: "E_CHANGED", message: expect.stringContaining("base/etcd/service.yaml") }),
    );
    expect(filesOf(root)).toEqual({ ...DESIRED, "base/etcd/service.yaml": "saved just now\n" });
  });

  it("is noticed: a file that is new is left alone", () => {
    const root = aFolder();
    const next = plan(root);
    put(root, "base/etcd/service.yaml", "saved just now\n");

    expect(() => applyWrite(root, next, { force: false })).toThrow(expect.objectContaining({ code: "E_CHANGED" }));
    expect(readFileSync(join(root, "base/etcd/service.yaml"), "utf8")).toBe("saved just now\n");
  });

  it("is noticed: nothing is removed that a person saved", () => {
    const root = aFolder();
    write(root);
    const next = plan(root, { "base/etcd/service.yaml": "service\n" });
    put(root, "overlays/dev/kustomization.yaml", "saved just now\n");

    expect(() => applyWrite(root, next, { force: false })).toThrow(expect.objectContaining({ code: "E_CHANGED" }));
    expect(readFileSync(join(root, "overlays/dev/kustomization.yaml"), "utf8")).toBe("saved just now\n");
  });

  it("cannot lead out of the repository: a folder that became a link is refused", () => {
    const outside = aFolder({ "service.yaml": "service\n" });
    const root = aFolder();
    write(root);
    const next = plan(root, { ...DESIRED, "base/etcd/service.yaml": "other\n" });
    renameSync(join(root, "base/etcd"), join(root, "etcd"));
    symlinkSync(outside, join(root, "base/etcd"));

    expect(() => applyWrite(root, next, { force: true })).toThrow(
      expect.objectContaining({ code: "E_NOT_A_FOLDER", message: expect.stringContaining("base/etcd") }),
    );
    expect(contentsOf(outside)).toEqual({ "service.yaml": "service\n" });
  });
});

it("refuses a pipe without waiting for it", () => {
  const root = aFolder();
  mkdirSync(join(root, "base/etcd"), { recursive: true });
  execFileSync("mkfifo", [join(root, "base/etcd/service.yaml")]);

  expect(() => write(root, DESIRED, true)).toThrow(/base\/etcd\/service\.yaml: not-a-file/);
});
