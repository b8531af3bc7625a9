import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { MAX_FILE_BYTES, readRepositoryFiles } from "../../generator/system/repository-files.ts";
import { aFolder, put } from "./temporary-folder.ts";

describe("readRepositoryFiles", () => {
  it("reads the folders that clusters and GitHub read, the description and the guide, and nothing else", () => {
    const contents = {
      ".github/CODEOWNERS": "* @ann\n",
      ".github/workflows/ci.yaml": "on: push\n",
      "README.md": "# Guide\n",
      "apps/root.yaml": "a: 1\n",
      "base/etcd/statefulset.yaml": "a: 2\n",
      "gitops.yaml": "a: 3\n",
      "overlays/prod/custom/.hidden": "\n",
      "overlays/prod/custom/deep/er/x.yaml": "ä: 4\r\n",
      "overlays/prod/environment.yaml": "",
    };
    const root = aFolder({ ...contents, "generator/main.ts": "x", "node_modules/a/index.js": "x", "package.json": "{}" });

    expect(Object.fromEntries(readRepositoryFiles(root))).toEqual(
      Object.fromEntries(Object.entries(contents).map(([path, text]) => [path, { type: "file", text }])),
    );
  });

  it("finds nothing where nothing is", () => {
    expect(readRepositoryFiles(aFolder())).toEqual(new Map());
  });

  it("follows no link, neither to a file nor to a folder, and waits for no pipe", () => {
    const outside = aFolder({ "secret.yaml": "secret" });
    const root = aFolder({ "overlays/prod/a.yaml": "" });
    symlinkSync(join(outside, "secret.yaml"), join(root, "gitops.yaml"));
    symlinkSync(join(outside, "gone"), join(root, "overlays/prod/gone.yaml"));
    symlinkSync(outside, join(root, "base"));
    execFileSync("mkfifo", [join(root, "overlays/prod/pipe.yaml")]);

    expect(Object.fromEntries(readRepositoryFiles(root))).toEqual({
      base: { type: "symlink" },
      "gitops.yaml": { type: "symlink" },
      "overlays/prod/a.yaml": { type: "file", text: "" },
      "overlays/prod/gone.yaml": { type: "symlink" },
      "overlays/prod/pipe.yaml": { type: "other" },
    });
  });

  it("reads a file of 1 MiB, and of a larger one only its size", () => {
    const root = aFolder();
    put(root, "base/a", "a".repeat(MAX_FILE_BYTES));
    put(root, "base/b", "a".repeat(MAX_FILE_BYTES + 1));
    const files = readRepositoryFiles(root);

    expect(files.get("base/a")?.type).toBe("file");
    expect(files.get("base/b")).toEqual({ type: "large", bytes: 1_048_577 });
  });
});
