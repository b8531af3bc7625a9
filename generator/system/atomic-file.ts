import { randomBytes } from "node:crypto";
import { closeSync, constants, fstatSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** One suffix for a whole run: the names differ by file, and a file that is in the way is an error, not followed. */
const SUFFIX = `.tmp-${randomBytes(6).toString("hex")}`;
const TEMPORARY = /^\..+\.tmp-[0-9a-f]{12}$/;
const NEW_FILE = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;

/** Whether a file has a name that only a run that was killed leaves behind. */
export function isTemporary(name: string): boolean {
  return TEMPORARY.test(name);
}

/** What runs that were killed left in a folder that no lock guards. A run that is at work there loses its file, and says so. */
export function removeTemporaries(folder: string): void {
  for (const name of readdirSync(folder).filter(isTemporary)) rmSync(join(folder, name), { force: true });
}

/**
 * Replaces a file by a complete new one, or leaves it as it was. A symbolic link at the target is replaced, not followed.
 * `beforeRename` may throw to call it off.
 */
export function writeAtomic(target: string, text: string, options: { durable: boolean; beforeRename?: () => void }): void {
  const temporary = join(dirname(target), `.${basename(target)}${SUFFIX}`);
  try {
    writeNew(temporary, text, options.durable);
    options.beforeRename?.();
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function writeNew(path: string, text: string, durable: boolean): void {
  const descriptor = openSync(path, NEW_FILE, 0o644);
  try {
    const bytes = Buffer.from(text);
    writeFully(descriptor, bytes);
    // A full disk was seen to cut a file without an error; the size is the proof that all of it is there.
    if (fstatSync(descriptor).size !== bytes.length) throw new Error(`${path} is shorter than what was written`);
    if (durable) fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** A write may take fewer bytes than it was given; the next one then says why. */
function writeFully(descriptor: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length; ) {
    written += writeSync(descriptor, bytes, written);
  }
}
