import { readBlobs } from "../system/git-blobs.ts";
import { entryId, type Side } from "./diff-sides.ts";
import type { Changes } from "./proposals/changed-side.ts";

/** What people wrote of an environment, as it was once. */
export interface RestoredFiles {
  /** Every file that differs; undefined for one that was not there then. */
  readonly written: Changes;
  /** Of all that are written: an executable comes back as one, and a link as a link. */
  readonly modes: ReadonlyMap<string, string>;
}

/** The description and the hand-written resources that a commit of this clone has and the branch has otherwise. */
export async function restoredFiles(
  { directory, env }: { readonly directory: string; readonly env: string },
  now: Pick<Side, "entries">,
  then: Pick<Side, "entries">,
): Promise<RestoredFiles> {
  const paths = [...new Set([...now.entries.keys(), ...then.entries.keys()])].filter((path) => isPersons(env, path)).sort();
  const differing = paths.filter((path) => keyOf(now, path) !== keyOf(then, path));
  const there = differing.filter((path) => then.entries.has(path));
  const ids = new Map(there.map((path) => [path, contentsId(then.entries, path)]));
  const blobs = await readBlobs(directory, [...ids.values()]);
  return {
    written: new Map(differing.map((path) => [path, blobs.get(ids.get(path) ?? "")])),
    modes: new Map(there.map((path) => [path, then.entries.get(path)?.mode ?? ""])),
  };
}

/** Where people write: the description, and resources of their own. */
export function personsPaths(env: string): readonly string[] {
  return [`overlays/${env}/environment.yaml`, `overlays/${env}/custom`];
}

function isPersons(env: string, path: string): boolean {
  return personsPaths(env).some((own) => path === own || path.startsWith(`${own}/`));
}

function keyOf({ entries }: Pick<Side, "entries">, path: string): string {
  const entry = entries.get(path);
  return `${entry?.mode} ${entry?.id}`;
}

/** A link is kept as what it says, and not as what it leads to. */
function contentsId(entries: Side["entries"], path: string): string {
  const entry = entries.get(path);
  return entry?.mode === "120000" ? entry.id : entryId(entries, path);
}
