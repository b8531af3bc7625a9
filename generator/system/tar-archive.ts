import { gunzipSync } from "node:zlib";

const BLOCK = 512;

/**
 * One file of a `.tar.gz`. The archives that are read here are pinned by their hash, so only the plain entries they hold
 * are understood.
 */
export function fileInTar(archive: Buffer, wanted: string): Buffer {
  const tar = gunzipSync(archive);
  for (let at = 0; at + BLOCK <= tar.length; ) {
    const size = Number.parseInt(text(tar, at + 124, 12), 8) || 0;
    const start = at + BLOCK;
    if (text(tar, at, 100) === wanted) return tar.subarray(start, start + size);
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  throw new Error(`${wanted} is not in the archive`);
}

function text(tar: Buffer, start: number, length: number): string {
  return tar
    .toString("latin1", start, start + length)
    .replace(/\0.*$/s, "")
    .trim();
}
