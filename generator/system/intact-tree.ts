import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { MANIFEST } from "./areas.ts";
import { type Folders, openFolders } from "./folders.ts";
import { areasOnDisk, leftovers } from "./plan-write.ts";
import { PLAIN_FILE, readPlainFile } from "./read-plain-file.ts";
import { manifestsDigest } from "./tree-digest.ts";

/**
 * Whether the tree on disk is the one of this digest, byte by byte, with nothing in it that a run would remove. Whatever
 * cannot be read makes it another tree; a run that plans says why.
 */
export function isIntact(root: string, digest: string): boolean {
  const folders = openFolders(root);
  try {
    const manifests = readManifests(root, folders);
    if (manifestsDigest(manifests) !== digest) return false;
    return [...manifests].every(([area, text]) => holds(root, folders, { area, text })) && leftovers(folders).length === 0;
  } catch {
    return false;
  }
}

/** A link to a manifest is passed over, which makes another digest. */
function readManifests(root: string, folders: Folders): Map<string, string> {
  const areas = areasOnDisk(folders).filter((area) => folders.kindOf(`${area}/${MANIFEST}`) === "file");
  return new Map(areas.map((area) => [area, readPlainFile(join(root, area, MANIFEST)).toString()]));
}

/** The lines are the ones that a run wrote, for their digest is right, and need no second look. */
function holds(root: string, folders: Folders, { area, text }: { area: string; text: string }): boolean {
  return text
    .trimEnd()
    .split("\n")
    .every((line) => {
      const [hash = "", name = ""] = line.split("  ");
      const path = `${area}/${name}`;
      return folders.kindOf(path) === "file" && hashOfFile(join(root, path)) === hash;
    });
}

/** One buffer for all files: most need one read of it, and a buffer for each takes half as long again. */
const BUFFER = Buffer.allocUnsafe(65_536);

function hashOfFile(path: string): string {
  const hash = createHash("sha256");
  const descriptor = openSync(path, PLAIN_FILE);
  try {
    let length: number;
    do {
      length = readSync(descriptor, BUFFER);
      hash.update(BUFFER.subarray(0, length));
    } while (length === BUFFER.length);
  } finally {
    closeSync(descriptor);
  }
  return hash.digest("hex");
}
