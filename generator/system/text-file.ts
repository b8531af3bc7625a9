import { readFileSync } from "node:fs";
import { join } from "node:path";
import { systemCode } from "./file-failure.ts";
import { writeFile } from "./write-file.ts";

/** Writes one text file of the repository, whole or not at all; does nothing where it is what it should be. */
export function replaceText(root: string, path: string, text: string): void {
  const before = readText(join(root, path));
  if (before !== text) writeFile({ root, durable: true, folders: new Set() }, path, { before, after: text });
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (systemCode(error) === "ENOENT") return undefined;
    throw error;
  }
}
