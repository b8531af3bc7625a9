import type { RemoteBranch, RemoteEntry } from "./branch.ts";
import { blobId } from "./object-id.ts";
import type { PullRequestDraft } from "./publish.ts";

/** A file as it shall be: its hash, its mode and its contents. */
export interface ChangedFile {
  readonly id: string;
  readonly mode: string;
  readonly bytes: Uint8Array;
}

/**
 * Of the wanted files, those that the base does not have in this form; undefined deletes, and only what is there, because GitHub
 * refuses to delete anything else.
 */
export function changedFiles(
  base: RemoteBranch,
  { files, modes }: Pick<PullRequestDraft, "files" | "modes">,
): ReadonlyMap<string, ChangedFile | undefined> {
  const changes = new Map<string, ChangedFile | undefined>();
  for (const [path, bytes] of files) {
    const before = base.entries.get(path);
    const after = bytes && { id: blobId(bytes), mode: modeOf(modes.get(path), before), bytes };
    if (before?.id !== after?.id || before?.mode !== after?.mode) changes.set(path, after);
  }
  return changes;
}

/** The mode of a file that is written: the one that is wanted, else the one that it has. */
export function modeOf(wanted: string | undefined, before: Pick<RemoteEntry, "mode" | "isFile"> | undefined): string {
  return wanted ?? (before?.isFile === true ? before.mode : "100644");
}
