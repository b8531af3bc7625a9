import { modeOf } from "../../github/changed-files.ts";
import { blobId } from "../../system/git-blobs.ts";
import { NOT_RENDERED, type Side } from "../diff-sides.ts";

/** Contents by path; undefined for a file that goes. */
export type Changes = ReadonlyMap<string, Uint8Array | undefined>;

/** A tree after some of its files changed. */
export function changedSide(before: Side, title: string, changes: Changes): Side {
  const entries = new Map(before.entries);
  const idLength = [...before.entries.values()].find(({ isFile }) => isFile)?.id.length ?? SHA1_LENGTH;
  for (const [path, bytes] of changes) {
    if (bytes === undefined) entries.delete(path);
    else entries.set(path, { id: blobId(bytes, idLength), mode: modeOf(undefined, entries.get(path)), isFile: true });
  }
  const read: Side["read"] = async (paths) => {
    const old = await before.read(paths.filter((path) => !changes.has(path)));
    const changed = paths.flatMap((path) => {
      const bytes = changes.get(path);
      return bytes === undefined ? [] : [[path, bytes] as const];
    });
    return new Map([...old, ...changed]);
  };
  return { title, commit: undefined, entries, read, rendered: NOT_RENDERED };
}

const SHA1_LENGTH = 40;
