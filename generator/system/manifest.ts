import { createHash } from "node:crypto";
import { areaOf } from "./areas.ts";

/**
 * The hashes that mark a file as generated, by its path in the repository. While a run is under way a file has two: the one
 * it had and the one it gets, so that a run that dies in between leaves nothing that looks like an edit by hand.
 */
export type Manifest = ReadonlyMap<string, ReadonlySet<string>>;

const LINE = /^([0-9a-f]{64}) {2}(.+)$/;

/**
 * Lines that are none are passed over, which makes a manifest with the marks of a merge conflict own what both sides own.
 * Paths outside the area are passed over, because nothing may be removed that another manifest owns, or none.
 */
export function parseManifest(area: string, text: string): Manifest {
  const manifest = new Map<string, Set<string>>();
  for (const line of text.split("\n")) {
    const [, hash = "", relative = ""] = LINE.exec(line) ?? [];
    const path = `${area}/${relative}`;
    if (areaOf(path) === area) add(manifest, path, hash);
  }
  return manifest;
}

export function manifestOf(files: ReadonlyMap<string, string>): Manifest {
  return new Map([...files].map(([path, text]) => [path, new Set([hashText(text)])]));
}

/** Sorted by path and then by hash; the empty text for no files. */
export function renderManifest(area: string, manifest: Manifest): string {
  const lines: string[] = [];
  for (const path of [...manifest.keys()].sort()) {
    for (const hash of [...(manifest.get(path) ?? [])].sort()) lines.push(`${hash}  ${path.slice(area.length + 1)}\n`);
  }
  return lines.join("");
}

export function mergeManifests(one: Manifest, other: Manifest): Manifest {
  const merged = new Map([...one].map(([path, hashes]) => [path, new Set(hashes)]));
  for (const [path, hashes] of other) {
    for (const hash of hashes) add(merged, path, hash);
  }
  return merged;
}

/** Whether a file has a content that a run gave it. */
export function owns(manifest: Manifest, path: string, text: string): boolean {
  return manifest.get(path)?.has(hashText(text)) ?? false;
}

function add(manifest: Map<string, Set<string>>, path: string, hash: string): void {
  const hashes = manifest.get(path);
  if (hashes === undefined) manifest.set(path, new Set([hash]));
  else hashes.add(hash);
}

function hashText(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
