import { unlinkSync } from "node:fs";
import { join, posix } from "node:path";
import { EXIT, GeneratorError } from "../errors.ts";
import { areaOf, areaOfManifest, isManifest } from "./areas.ts";
import { writeFailure } from "./file-failure.ts";
import { mergeManifests, parseManifest, renderManifest } from "./manifest.ts";
import { pruneFolder, syncFolders } from "./real-folder.ts";
import { type Writer, writeFile } from "./write-file.ts";
import { type Conflict, canBeForced, type FileChange, type WritePlan } from "./write-plan.ts";

/**
 * Up to so many changes, as a day's work makes, every file and folder is forced to the disk. A sync takes 0.8 ms, for
 * 25,000 files 20 s instead of the 1.5 s of writing them; there a loss of power costs a repeated run, since the tree is
 * derived and its history is in Git.
 */
const DURABLE_CHANGES = 32;

interface AreaChanges {
  readonly area: string;
  readonly files: FileChange[];
  manifest?: FileChange;
}

/**
 * Does what the plan says, each file completely or not at all. A run that dies at any point leaves a tree that the next run
 * completes, even for another input, without taking a file for one that was edited by hand.
 */
export function applyWrite(root: string, plan: WritePlan, { force }: { readonly force: boolean }): void {
  refuseConflicts(plan.conflicts.filter((conflict) => !force || !canBeForced(conflict)));
  const writer: Writer = { root, durable: plan.changes.length <= DURABLE_CHANGES, folders: new Set() };
  for (const path of plan.leftovers) attempt(path, () => unlinkSync(join(root, path)));
  for (const changes of divide(plan.changes)) writeArea(writer, changes);
  if (writer.durable) attempt("the repository", () => syncFolders(root, writer.folders));
}

function refuseConflicts(conflicts: readonly Conflict[]): void {
  if (conflicts.length === 0) return;
  const lines = conflicts.map(({ path, reason }) => `  ${path}: ${reason}`);
  throw new GeneratorError({
    code: "E_CONFLICT",
    exitCode: EXIT.check,
    message: `Nothing was written, because work of a person would be lost:\n${lines.join("\n")}`,
    remedy: conflicts.every(canBeForced)
      ? "Move the change to environment.yaml or custom/, or overwrite it with --force."
      : "Move what stands in the way and run again.",
  });
}

function divide(changes: readonly FileChange[]): Iterable<AreaChanges> {
  const areas = new Map<string, AreaChanges>();
  for (const change of changes) {
    const area = ownerOf(change.path);
    const known = areas.get(area) ?? { area, files: [] };
    areas.set(area, known);
    if (isManifest(change.path)) known.manifest = change;
    else known.files.push(change);
  }
  return areas.values();
}

function ownerOf(path: string): string {
  const area = isManifest(path) ? areaOfManifest(path) : areaOf(path);
  if (area === undefined) throw new Error(`${path} is not a path that the generator may write`);
  return area;
}

/** The manifest is written twice, around the files: first to own what is there and what comes, then only what came. */
function writeArea(writer: Writer, { area, files, manifest }: AreaChanges): void {
  const claimed = manifest === undefined ? undefined : claim(writer, area, manifest);
  for (const change of files.filter(({ kind }) => kind === "delete")) writeFile(writer, change.path, change);
  for (const change of files.filter(({ kind }) => kind !== "delete")) writeFile(writer, change.path, change);
  if (manifest === undefined) return;
  pruneDropped(writer.root, area, manifest);
  if (claimed !== manifest.after) writeFile(writer, manifest.path, { before: claimed, after: manifest.after });
  if (manifest.after === undefined) attempt(area, () => pruneFolder(writer.root, area));
}

/**
 * Lets the manifest hold both hashes of every file that changes, and returns its text. A new file needs no second writing:
 * it is listed before it exists, and the next run creates what is missing.
 */
function claim(writer: Writer, area: string, { path, before, after }: FileChange): string | undefined {
  const both = renderManifest(area, mergeManifests(parseManifest(area, before ?? ""), parseManifest(area, after ?? "")));
  if (both === "" || both === before) return before;
  writeFile(writer, path, { before, after: both });
  return both;
}

/** Also the folders that a run emptied before it died: its files are still in the manifest. */
function pruneDropped(root: string, area: string, { before = "", after = "" }: FileChange): void {
  const kept = parseManifest(area, after);
  for (const path of parseManifest(area, before).keys()) {
    if (!kept.has(path)) attempt(path, () => pruneFolder(root, posix.dirname(path)));
  }
}

function attempt(path: string, action: () => void): void {
  try {
    action();
  } catch (error) {
    throw writeFailure(error, path);
  }
}
