import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { EXIT, GeneratorError } from "../errors.ts";

/** A folder outside the repository for a tree that no clone has checked out. */
export interface Scratch {
  readonly root: string;
  readonly write: (files: ReadonlyMap<string, Uint8Array>) => void;
  readonly remove: () => void;
}

export function openScratch(): Scratch {
  const root = mkdtempSync(join(tmpdir(), "milvus-gitops-diff-"));
  return {
    root,
    write: (files) => {
      for (const [path, contents] of files) writeInside(root, path, contents);
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** A tree can be made by hand to hold any path. */
function writeInside(root: string, path: string, contents: Uint8Array): void {
  if (path.split("/").some((segment) => ["", ".", ".."].includes(segment))) throw outside(path);
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), contents);
}

function outside(path: string): GeneratorError {
  return new GeneratorError({
    code: "E_PATH",
    exitCode: EXIT.input,
    message: `The tree holds ${JSON.stringify(path)}, which is no path inside it.`,
    remedy: "Compare another commit; Git itself makes no such tree.",
  });
}
