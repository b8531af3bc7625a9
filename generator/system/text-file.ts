import { lstatSync } from "node:fs";
import { dirname, join } from "node:path";
import { removeTemporaries } from "./atomic-file.ts";
import { readFailure, systemCode } from "./file-failure.ts";
import { readPlainFile } from "./read-plain-file.ts";
import { writeFile } from "./write-file.ts";

/** Writes one text file of the repository, whole or not at all; does nothing where it is what it should be. */
export function replaceText(root: string, path: string, text: string): void {
  const before = readText(root, path);
  if (before === text) return;
  const folder = dirname(join(root, path));
  if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) removeTemporaries(folder);
  writeFile({ root, durable: true, folders: new Set() }, path, { before, after: text });
}

function readText(root: string, path: string): string | undefined {
  try {
    return readPlainFile(join(root, path)).toString();
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(systemCode(error))) return undefined;
    throw readFailure(error, path);
  }
}
