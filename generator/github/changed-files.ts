import type { RemoteBranch, RemoteEntry } from "./branch.ts";
import { blobId } from "./object-id.ts";

/** A file as it shall be: its hash, its mode and its contents. */
export interface ChangedFile {
  readonly id: string;
  readonly mode: string;
  readonly bytes: Uint8Array;
}

/**
 * Of the wanted files, those that the base does not have in this form; undefined deletes, and only what is there, because GitHub
 * refuses to delete anything else. A file keeps the mode that it has.
 */
export function changedFiles(
  base: RemoteBranch,
  files: ReadonlyMap<string, Uint8Array | undefined>,
): ReadonlyMap<string, ChangedFile | undefined> {
  const changes = new Map<string, ChangedFile | undefined>();
  for (const [path, bytes] of files) {
    const before = base.entries.get(path);
    const after = bytes === undefined ? undefined : fileOf(bytes, before);
    if (before?.id !== after?.id || before?.mode !== after?.mode) changes.set(path, after);
  }
  return changes;
}

function fileOf(bytes: Uint8Array, before: RemoteEntry | undefined): ChangedFile {
  return { id: blobId(bytes), mode: before?.isFile === true ? before.mode : "100644", bytes };
}
