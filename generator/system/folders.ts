import { type Dirent, readdirSync } from "node:fs";
import { join, posix } from "node:path";
import { readFailure } from "./file-failure.ts";

export type EntryKind = "file" | "folder" | "symlink" | "other";

/** What hinders a file from being where it should be: a link or a file among its parents, or a name of other case. */
export interface Obstacle {
  readonly path: string;
  readonly reason: "symlink" | "not-a-file" | "case-clash";
}

/** The folders of a repository, each read once and none through a symbolic link. Paths have `/` and start at the root. */
export interface Folders {
  /** The entries of a folder; none where no real folder stands. */
  readonly entries: (folder: string) => ReadonlyMap<string, EntryKind>;
  readonly kindOf: (path: string) => EntryKind | undefined;
  /** Undefined when a file could be created or replaced at this path. */
  readonly obstacleTo: (path: string) => Obstacle | undefined;
  /** Every folder that was looked into so far. */
  readonly read: () => ReadonlyMap<string, ReadonlyMap<string, EntryKind>>;
}

const EMPTY: ReadonlyMap<string, EntryKind> = new Map();

/**
 * Listing folders answers at once what a look at every file would: 25,000 files in 10,000 folders take 0.1 s, and a missing
 * file costs no exception.
 */
export function openFolders(root: string): Folders {
  const read = new Map<string, ReadonlyMap<string, EntryKind>>();
  const entries: Folders["entries"] = memoise(read, (folder) => (isFolder(folder) ? listDisk(root, folder) : EMPTY));
  const kindOf: Folders["kindOf"] = (path) => entries(posix.dirname(path)).get(posix.basename(path));
  const isFolder = (folder: string) => folder === "." || kindOf(folder) === "folder";
  return { entries, kindOf, obstacleTo: obstacles(entries, kindOf), read: () => read };
}

/** The same over a list of paths, as a commit has it. No folder was looked into. */
export function listedFolders(paths: ReadonlyMap<string, EntryKind>): Folders {
  const listed = new Map<string, Map<string, EntryKind>>();
  for (const [path, kind] of paths) list(listed, path, kind);
  const entries: Folders["entries"] = (folder) => listed.get(folder) ?? EMPTY;
  const kindOf: Folders["kindOf"] = (path) => entries(posix.dirname(path)).get(posix.basename(path));
  return { entries, kindOf, obstacleTo: obstacles(entries, kindOf), read: () => new Map() };
}

/** Enters a path and the folders above it, each once. */
function list(listed: Map<string, Map<string, EntryKind>>, path: string, kind: EntryKind): void {
  const folder = posix.dirname(path);
  const entries = listed.get(folder);
  if (entries === undefined) listed.set(folder, new Map([[posix.basename(path), kind]]));
  else entries.set(posix.basename(path), kind);
  if (entries === undefined && folder !== ".") list(listed, folder, "folder");
}

function obstacles(entries: Folders["entries"], kindOf: Folders["kindOf"]): Folders["obstacleTo"] {
  const namesOf = memoise(new Map(), (folder) => new Set([...entries(folder).keys()].map((name) => name.toLowerCase())));
  const clashes = (path: string) => namesOf(posix.dirname(path)).has(posix.basename(path).toLowerCase());
  const ofParent: Folders["obstacleTo"] = memoise(new Map(), (folder) => {
    const kind = folder === "." ? "folder" : kindOf(folder);
    if (kind === "folder") return undefined;
    return ofParent(posix.dirname(folder)) ?? obstacleAt(folder, kind, clashes);
  });
  return (path) => {
    const kind = kindOf(path);
    if (kind === "file") return undefined;
    return ofParent(posix.dirname(path)) ?? obstacleAt(path, kind, clashes);
  };
}

function obstacleAt(path: string, kind: EntryKind | undefined, clashes: (path: string) => boolean): Obstacle | undefined {
  if (kind === undefined) return clashes(path) ? { path, reason: "case-clash" } : undefined;
  return { path, reason: kind === "symlink" ? "symlink" : "not-a-file" };
}

function listDisk(root: string, folder: string): ReadonlyMap<string, EntryKind> {
  try {
    const entries = readdirSync(join(root, folder), { withFileTypes: true });
    return new Map(entries.map((entry) => [entry.name, entryKind(entry)]));
  } catch (error) {
    throw readFailure(error, folder);
  }
}

function entryKind(entry: Dirent): EntryKind {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "folder";
  return entry.isSymbolicLink() ? "symlink" : "other";
}

function memoise<T>(known: Map<string, T>, compute: (key: string) => T): (key: string) => T {
  return (key) => {
    if (!known.has(key)) known.set(key, compute(key));
    return known.get(key) as T;
  };
}
