import { join } from "node:path";
import { areaOf, ENVIRONMENT_FOLDERS, MANIFEST, TOP_FOLDERS } from "./areas.ts";
import { isTemporary } from "./atomic-file.ts";
import { readFailure } from "./file-failure.ts";
import { type EntryKind, type Folders, openFolders } from "./folders.ts";
import { type Manifest, manifestOf, owns, parseManifest, renderManifest } from "./manifest.ts";
import { readPlainFile } from "./read-plain-file.ts";
import type { Conflict, ConflictReason, FileChange, WritePlan } from "./write-plan.ts";

type Files = ReadonlyMap<string, string>;

/** What is found on the way through the areas; sorted at the end. */
interface Findings {
  readonly changes: FileChange[];
  readonly conflicts: Map<string, Conflict>;
}

/** A tree that files are compared with, on disk or of a commit. */
export interface Tree {
  readonly folders: Folders;
  /** The whole text of a file that stands there. */
  readonly read: (path: string) => string;
}

/**
 * Compares the desired files with those on disk and with the manifests that say which of these are generated. Files that
 * no manifest lists are never touched. Reads only.
 */
export function planWrite(root: string, desired: Files): WritePlan {
  return planWriteOver({ folders: openFolders(root), read: (path) => readText(root, path) }, desired);
}

/** The same over any tree. */
export function planWriteOver(tree: Tree, desired: Files): WritePlan {
  const { folders } = tree;
  const found: Findings = { changes: [], conflicts: new Map() };
  const filesByArea = divide(desired);
  for (const area of new Set([...filesByArea.keys(), ...areasOnDisk(folders)])) {
    planArea(tree, area, filesByArea.get(area) ?? new Map(), found);
  }
  addCaseClashes(desired, found);
  return {
    changes: found.changes.sort(byPath),
    conflicts: [...found.conflicts.values()].sort(byPath),
    leftovers: leftovers(folders),
  };
}

function readText(root: string, path: string): string {
  try {
    return readPlainFile(join(root, path)).toString();
  } catch (error) {
    throw readFailure(error, path);
  }
}

function divide(desired: Files): Map<string, Map<string, string>> {
  const filesByArea = new Map<string, Map<string, string>>();
  for (const [path, text] of desired) {
    const area = areaOf(path);
    if (area === undefined) throw new Error(`${path} is not a path that the generator may write`);
    const files = filesByArea.get(area);
    if (files === undefined) filesByArea.set(area, new Map([[path, text]]));
    else files.set(path, text);
  }
  return filesByArea;
}

/** Also the areas of environments that are gone, whose files are to be removed. */
export function areasOnDisk(folders: Folders): string[] {
  return [...TOP_FOLDERS, ...environmentFolders(folders)].filter((area) => folders.entries(area).has(MANIFEST));
}

function environmentFolders(folders: Folders): string[] {
  return ENVIRONMENT_FOLDERS.flatMap((top) => [...folders.entries(top).keys()].map((name) => `${top}/${name}`));
}

function planArea(tree: Tree, area: string, files: Files, found: Findings): void {
  const manifestPath = `${area}/${MANIFEST}`;
  const wanted = manifestOf(files);
  const after = renderManifest(area, wanted);
  const before = tree.folders.kindOf(manifestPath) === "file" ? tree.read(manifestPath) : undefined;
  // The usual case: what is listed is what is wanted, and 25,000 lines need not be parsed.
  const manifest = before === after ? wanted : parseManifest(area, before ?? "");
  for (const [path, text] of files) planFile(tree, { path, after: text, manifest }, found);
  for (const path of manifest.keys()) {
    if (!files.has(path)) planRemoval(tree, { path, manifest }, found);
  }
  planManifest(tree, { path: manifestPath, before, after: after === "" ? undefined : after }, found);
}

function planFile(tree: Tree, file: { path: string; after: string; manifest: Manifest }, found: Findings): void {
  const { path, after, manifest } = file;
  if (isHindered(tree, path, found)) return;
  const before = tree.folders.kindOf(path) === "file" ? tree.read(path) : undefined;
  if (before === after) return;
  found.changes.push({ path, kind: before === undefined ? "create" : "update", before, after });
  if (holdsWork(before) && !owns(manifest, path, before)) {
    addConflict(found, path, manifest.has(path) ? "edited" : "unowned", { before, after });
  }
}

function planRemoval(tree: Tree, { path, manifest }: { path: string; manifest: Manifest }, found: Findings): void {
  if (tree.folders.kindOf(path) !== "file") return;
  const before = tree.read(path);
  found.changes.push({ path, kind: "delete", before, after: undefined });
  if (holdsWork(before) && !owns(manifest, path, before)) {
    addConflict(found, path, "deleted-edited", { before, after: undefined });
  }
}

/** A manifest is not anyone's work: it is written anew whatever it holds. */
function planManifest(tree: Tree, { path, before, after }: Omit<FileChange, "kind">, found: Findings): void {
  if (isHindered(tree, path, found) || before === after) return;
  const kind = before === undefined ? "create" : "update";
  found.changes.push({ path, kind: after === undefined ? "delete" : kind, before, after });
}

function isHindered({ folders }: Tree, path: string, found: Findings): boolean {
  const obstacle = folders.obstacleTo(path);
  if (obstacle !== undefined) addConflict(found, obstacle.path, obstacle.reason, { before: undefined, after: undefined });
  return obstacle !== undefined;
}

/** An empty file is what a loss of power can leave of one that was being written. */
function holdsWork(text: string | undefined): text is string {
  return text !== undefined && text !== "";
}

/** The first conflict at a path tells; a linked folder hinders every file in it and is told once. */
function addConflict(found: Findings, path: string, reason: ConflictReason, texts: Pick<Conflict, "before" | "after">): void {
  if (!found.conflicts.has(path)) found.conflicts.set(path, { path, reason, ...texts });
}

function addCaseClashes(desired: Files, found: Findings): void {
  const seen = new Set<string>();
  for (const [path, after] of desired) {
    const lowerCase = path.toLowerCase();
    if (seen.has(lowerCase)) addConflict(found, path, "case-clash", { before: undefined, after });
    seen.add(lowerCase);
  }
}

/** In the folders that were looked into on the way; those are the ones a run may have written to. */
export function leftovers(folders: Folders): string[] {
  const visited = [...folders.read()].filter(([folder]) => folder !== ".");
  return visited.flatMap(([folder, entries]) => temporaries(entries).map((name) => `${folder}/${name}`)).sort();
}

function temporaries(entries: ReadonlyMap<string, EntryKind>): string[] {
  return [...entries.keys()].filter((name) => entries.get(name) === "file" && isTemporary(name));
}

function byPath(a: { path: string }, b: { path: string }): number {
  return a.path < b.path ? -1 : 1;
}
