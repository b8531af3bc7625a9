import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readSources, type SourceFile } from "../../generator/system/repository.ts";
import { aFolder, put } from "./temporary-folder.ts";

function textOf(file: SourceFile): string {
  return "bytes" in file ? Buffer.from(file.bytes).toString() : file.unreadable;
}

function environmentsOf(root: string): string[] {
  return readSources(root).environments.map(
    ({ name, file, custom }) => `${name}: ${textOf(file)}${custom === undefined ? "" : ` + ${custom.path}`}`,
  );
}

describe("readSources", () => {
  it("reads what people wrote, byte for byte, with environments in the order of their names", () => {
    const root = aFolder({ "gitops.yaml": "platform" });
    put(root, "overlays/staging/environment.yaml", "staging");
    put(root, "overlays/Dev/environment.yaml", Uint8Array.of(0xff, 0x00));

    expect(readSources(root)).toEqual({
      platform: { path: "gitops.yaml", bytes: Buffer.from("platform") },
      environments: [
        { name: "Dev", file: { path: "overlays/Dev/environment.yaml", bytes: Buffer.from([0xff, 0x00]) }, custom: undefined },
        {
          name: "staging",
          file: { path: "overlays/staging/environment.yaml", bytes: Buffer.from("staging") },
          custom: undefined,
        },
      ],
    });
  });

  it("knows an environment's own kustomization by any of the names that Kustomize takes", () => {
    const root = aFolder();
    for (const name of ["a", "b", "c", "d", "e"]) put(root, `overlays/${name}/environment.yaml`, "x");
    put(root, "overlays/a/custom/kustomization.yaml", "");
    put(root, "overlays/b/custom/kustomization.yml", "");
    put(root, "overlays/c/custom/Kustomization", "");
    put(root, "overlays/d/custom/patch.yaml", "");
    put(root, "overlays/e/custom", "a file");

    expect(environmentsOf(root)).toEqual([
      "a: x + overlays/a/custom/kustomization.yaml",
      "b: x + overlays/b/custom/kustomization.yml",
      "c: x + overlays/c/custom/Kustomization",
      "d: x",
      "e: x",
    ]);
  });

  it("passes over folders that are no environment: removed ones, other ones, files", () => {
    const root = aFolder({
      "overlays/README.md": "",
      "overlays/generated.sha256": "",
      "overlays/notes/x.md": "",
      "overlays/removed/generated.sha256": "",
    });

    expect(environmentsOf(root)).toEqual([]);
  });

  it("says of a repository without files what is missing", () => {
    expect(readSources(aFolder())).toEqual({ platform: { path: "gitops.yaml", unreadable: "ENOENT" }, environments: [] });
  });

  it("tells what cannot be read as a value: folders, links and pipes in the place of a file", () => {
    const outside = put(aFolder(), "secret", "secret");
    const root = aFolder();
    mkdirSync(join(root, "gitops.yaml"));
    mkdirSync(join(root, "overlays/folder/environment.yaml"), { recursive: true });
    mkdirSync(join(root, "overlays/link"));
    mkdirSync(join(root, "overlays/pipe"));
    symlinkSync(outside, join(root, "overlays/link/environment.yaml"));
    execFileSync("mkfifo", [join(root, "overlays/pipe/environment.yaml")]);

    expect(textOf(readSources(root).platform)).toBe("EISDIR");
    expect(environmentsOf(root)).toEqual(["folder: EISDIR", "link: ELOOP", "pipe: EINVAL"]);
  });

  it("refuses a linked environment instead of passing over it, since its generated files would be removed", () => {
    const root = aFolder();
    mkdirSync(join(root, "overlays"));
    symlinkSync(aFolder({ "environment.yaml": "x" }), join(root, "overlays/prod"));

    expect(environmentsOf(root)).toEqual(["prod: ELOOP"]);
  });

  it("does not take a link for a folder of environments, and tells one in the place of custom/ without following it", () => {
    const root = aFolder({ "overlays/dev/environment.yaml": "x" });
    symlinkSync(aFolder({ "kustomization.yaml": "" }), join(root, "overlays/dev/custom"));
    const linked = aFolder();
    symlinkSync(join(root, "overlays"), join(linked, "overlays"));

    expect(readSources(root).environments.map(({ custom }) => custom)).toEqual([
      { path: "overlays/dev/custom", unreadable: "ELOOP" },
    ]);
    expect(() => readSources(linked)).toThrow(expect.objectContaining({ code: "E_READ", exitCode: 2 }));
  });
});
