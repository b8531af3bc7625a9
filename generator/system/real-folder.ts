import { closeSync, constants, fsyncSync, lstatSync, mkdirSync, openSync, rmdirSync } from "node:fs";
import { join, posix } from "node:path";
import { EXIT, GeneratorError } from "../errors.ts";
import { systemCode } from "./file-failure.ts";

/**
 * Creates the folders on the way to a file, and refuses a symbolic link or a file among them: a write through a link would
 * land outside the repository. `known` are those that this run has looked at.
 */
export function makeFolder(root: string, folder: string, known: Set<string>): void {
  if (folder === "." || known.has(folder)) return;
  makeFolder(root, posix.dirname(folder), known);
  const found = lstatSync(join(root, folder), { throwIfNoEntry: false });
  if (found === undefined) mkdirSync(join(root, folder));
  else if (!found.isDirectory()) throw notAFolder(folder);
  known.add(folder);
}

/** Removes a folder and its parents as far as they are empty; the top-level folders stay, and nothing behind a link goes. */
export function pruneFolder(root: string, folder: string): void {
  if (!folder.includes("/")) return;
  if (isReal(root, folder) && !removeIfEmpty(join(root, folder))) return;
  pruneFolder(root, posix.dirname(folder));
}

/** Makes the names in folders survive a loss of power; those that were removed since are passed over. */
export function syncFolders(root: string, folders: Iterable<string>): void {
  for (const folder of folders) {
    if (isReal(root, folder)) syncFolder(join(root, folder));
  }
}

function isReal(root: string, folder: string): boolean {
  if (folder === ".") return true;
  if (!isReal(root, posix.dirname(folder))) return false;
  return lstatSync(join(root, folder), { throwIfNoEntry: false })?.isDirectory() === true;
}

/** A mount is busy, empty or not; it stays. */
function removeIfEmpty(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch (error) {
    if (["ENOTEMPTY", "EEXIST", "EBUSY"].includes(systemCode(error))) return false;
    throw error;
  }
}

function syncFolder(folder: string): void {
  const descriptor = openSync(folder, constants.O_RDONLY);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** For what stands where a folder should; its owner decides what becomes of it. */
export function notAFolder(folder: string): GeneratorError {
  return new GeneratorError({
    code: "E_NOT_A_FOLDER",
    exitCode: EXIT.check,
    message: `${folder} is a link or a file where a folder should be.`,
    remedy: "Move it out of the way and run again.",
  });
}
