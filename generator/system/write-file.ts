import { lstatSync, unlinkSync } from "node:fs";
import { join, posix } from "node:path";
import { EXIT, GeneratorError } from "../errors.ts";
import { writeAtomic } from "./atomic-file.ts";
import { writeFailure } from "./file-failure.ts";
import { readPlainFile } from "./read-plain-file.ts";
import { makeFolder } from "./real-folder.ts";

/** One run that writes. `folders` are those that were seen to be real. */
export interface Writer {
  readonly root: string;
  readonly durable: boolean;
  readonly folders: Set<string>;
}

/** The texts of a file: what is there, and what should be; undefined is no file. */
export interface Replacement {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Brings one file to its new text, or leaves it as it was and says why. */
export function writeFile(writer: Writer, path: string, { before, after }: Replacement): void {
  const { root, durable, folders } = writer;
  const target = join(root, path);
  try {
    makeFolder(root, posix.dirname(path), folders);
    const beforeRename = () => requireUnchanged(target, path, before);
    if (after === undefined) removeFile(target, beforeRename);
    else writeAtomic(target, after, { durable, beforeRename });
  } catch (error) {
    throw writeFailure(error, path);
  }
}

function removeFile(target: string, beforeRemoval: () => void): void {
  beforeRemoval();
  unlinkSync(target);
}

/** Checks run between plan and write, time enough for a person to save a file. */
function requireUnchanged(target: string, path: string, before: string | undefined): void {
  if (readNow(target) === before) return;
  throw new GeneratorError({
    code: "E_CHANGED",
    exitCode: EXIT.partial,
    message: `${path} was changed by someone else while this run was at work. It was left as it is.`,
    remedy: "Run again.",
  });
}

/** Something that is no file reads as the empty text, which no generated file has. */
function readNow(target: string): string | undefined {
  const found = lstatSync(target, { throwIfNoEntry: false });
  if (found === undefined || !found.isFile()) return found === undefined ? undefined : "";
  return readPlainFile(target).toString();
}
