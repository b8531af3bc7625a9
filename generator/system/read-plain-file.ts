import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats } from "node:fs";

/** To open a file for reading without following a link, or waiting for a pipe whose other end nobody holds. */
export const PLAIN_FILE = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** The bytes of a file; throws for whatever else stands there. What was looked at is what is read. */
export function readPlainFile(path: string): Buffer {
  const descriptor = openSync(path, PLAIN_FILE);
  try {
    requirePlain(fstatSync(descriptor), path);
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function requirePlain(found: Stats, path: string): void {
  if (found.isFile()) return;
  const code = found.isDirectory() ? "EISDIR" : "EINVAL";
  throw Object.assign(new Error(`${code}: no plain file: ${path}`), { code });
}
