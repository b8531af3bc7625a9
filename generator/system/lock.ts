import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EXIT, GeneratorError } from "../errors.ts";
import { systemCode, writeFailure } from "./file-failure.ts";
import { uninterrupted } from "./interruption.ts";
import { isAlive, parseLockOwner, renderLockOwner, thisProcess } from "./lock-owner.ts";
import { readPlainFile } from "./read-plain-file.ts";
import { notAFolder } from "./real-folder.ts";

/**
 * In the repository itself, so that all who could write to it see it, also containers that share the volume. The folder
 * ignores itself for Git and is never committed; `.git` may be absent, and the caches are emptied by other commands.
 */
const LOCK = ".milvus-gitops.lock";
const OWNER = "owner";

/**
 * Runs an action while no other process writes to the repository. The loser of a race does not wait. A lock whose process
 * is gone is taken over, so nobody has to tidy up after a crash; one whose process is interrupted is given back first.
 */
export function withLock<T>(root: string, action: () => T | Promise<T>): Promise<T> {
  let isOurs = false;
  return uninterrupted(
    () => {
      take(root);
      isOurs = true;
      removeLeftovers(root);
      return action();
    },
    () => {
      if (isOurs) release(root);
    },
  );
}

function take(root: string): void {
  try {
    acquire(root);
  } catch (error) {
    throw writeFailure(error, LOCK);
  }
}

/** The folder comes into being with its owner inside, by a rename that fails where a lock stands. */
function acquire(root: string): void {
  const mine = spareName(root);
  mkdirSync(mine);
  try {
    writeFileSync(join(mine, ".gitignore"), "*\n");
    writeFileSync(join(mine, OWNER), renderLockOwner(thisProcess()));
    while (!claim(mine, root)) refuseOrRemove(root);
  } catch (error) {
    // Who got the lock meanwhile took this folder, still without an owner, for one that was left behind.
    if (systemCode(error) !== "ENOENT") throw error;
    acquire(root);
  } finally {
    remove(mine);
  }
}

function claim(mine: string, root: string): boolean {
  try {
    renameSync(mine, join(root, LOCK));
    return true;
  } catch (error) {
    if (systemCode(error) === "ENOTDIR") throw notAFolder(LOCK);
    if (["ENOTEMPTY", "EEXIST"].includes(systemCode(error))) return false;
    throw error;
  }
}

/**
 * Throws where somebody holds the lock; afterwards there is none. Two processes may find the same stale lock, and the slower
 * one may move away the lock that the faster one has made since: then it puts that back and has lost.
 */
function refuseOrRemove(root: string): void {
  const found = readOwner(join(root, LOCK));
  if (found === undefined && !existsSync(join(root, LOCK))) return;
  if (found === undefined || isHeld(found)) throw locked(found);
  const away = moveAway(root);
  if (away === undefined) return;
  const moved = readOwner(away);
  if (moved !== found) {
    claim(away, root);
    throw locked(moved);
  }
  remove(away);
}

/** Whole, so that nobody sees half of a lock; only one's own. */
function release(root: string): void {
  if (readOwner(join(root, LOCK)) !== renderLockOwner(thisProcess())) return;
  try {
    const away = moveAway(root);
    if (away !== undefined) remove(away);
  } catch (error) {
    throw writeFailure(error, LOCK);
  }
}

function moveAway(root: string): string | undefined {
  const away = spareName(root);
  try {
    renameSync(join(root, LOCK), away);
    return away;
  } catch (error) {
    if (systemCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** Folders of processes that died while they took or gave back the lock, or that are about to find that they lost. */
function removeLeftovers(root: string): void {
  for (const name of spareNames(root)) {
    const owner = readOwner(join(root, name));
    if (owner === undefined || !isHeld(owner)) remove(join(root, name));
  }
}

function spareNames(root: string): string[] {
  try {
    return readdirSync(root).filter((entry) => entry.startsWith(`${LOCK}-`));
  } catch {
    return [];
  }
}

/** What resists hides itself from Git and hinders nobody; the next run tries again. */
function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {}
}

/** A lock that names no owner was not made by a run; it is for a person to remove. */
function isHeld(text: string): boolean {
  const owner = parseLockOwner(text);
  return owner === undefined || isAlive(owner);
}

function readOwner(folder: string): string | undefined {
  try {
    return readPlainFile(join(folder, OWNER)).toString();
  } catch {
    return undefined;
  }
}

function spareName(root: string): string {
  return join(root, `${LOCK}-${randomBytes(6).toString("hex")}`);
}

function locked(found = ""): GeneratorError {
  const owner = parseLockOwner(found);
  const who = owner === undefined ? "Another run" : `Process ${owner.pid} on ${owner.host}`;
  return new GeneratorError({
    code: "E_LOCKED",
    exitCode: EXIT.locked,
    message: `${who} is writing to this repository. Nothing was written.`,
    remedy: `Run again when it is done. If it no longer exists, remove ${LOCK}.`,
  });
}
