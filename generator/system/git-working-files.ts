import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readFailure, systemCode } from "./file-failure.ts";
import { listWorkingTree } from "./git-tree.ts";

/** The contents of files below a folder as they stand on disk, undefined for a link; what was removed since is not there. */
export async function readWorkingFiles(root: string, path: string): Promise<ReadonlyMap<string, Buffer | undefined>> {
  const files = new Map<string, Buffer | undefined>();
  for (const file of await listWorkingTree(root, path)) {
    const found = readFile(root, file);
    if (found !== "gone") files.set(file, found);
  }
  return files;
}

function readFile(root: string, file: string): Buffer | undefined | "gone" {
  try {
    return lstatSync(join(root, file)).isFile() ? readFileSync(join(root, file)) : undefined;
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(systemCode(error))) return "gone";
    throw readFailure(error, file);
  }
}
