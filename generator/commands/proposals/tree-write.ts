import { areaOfManifest, isManifest } from "../../system/areas.ts";
import { listedFolders } from "../../system/folders.ts";
import { blobId } from "../../system/git-blobs.ts";
import { parseManifest } from "../../system/manifest.ts";
import { planWriteOver, type WritePlan } from "../../system/tree.ts";
import type { Side } from "../diff-sides.ts";

type Tree = Pick<Side, "entries" | "read">;
type Files = ReadonlyMap<string, string>;

/** What a run over a checkout of this tree would do. Only texts that may differ are read, which the hashes of the others tell. */
export async function planTreeWrite(tree: Tree, desired: Files): Promise<WritePlan> {
  const texts = await readTexts(tree, desired);
  const kinds = [...tree.entries].map(([path, { isFile }]) => [path, isFile ? "file" : "symlink"] as const);
  const read = (path: string) => texts.get(path) ?? desired.get(path) ?? "";
  return planWriteOver({ folders: listedFolders(new Map(kinds)), read }, desired);
}

async function readTexts(tree: Tree, desired: Files): Promise<Files> {
  const manifests = await readAll(tree, [...tree.entries.keys()].filter(isManifest));
  const listed = [...manifests].flatMap(([path, text]) => [...parseManifest(areaOfManifest(path), text).keys()]);
  const unwanted = listed.filter((path) => !desired.has(path));
  const differing = [...desired].filter(([path, text]) => !isSame(tree, path, text)).map(([path]) => path);
  return new Map([...manifests, ...(await readAll(tree, [...unwanted, ...differing]))]);
}

async function readAll({ entries, read }: Tree, paths: readonly string[]): Promise<Map<string, string>> {
  const files = await read([...new Set(paths)].filter((path) => entries.get(path)?.isFile === true));
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  return new Map([...files].map(([path, bytes]) => [path, decoder.decode(bytes)]));
}

function isSame({ entries }: Tree, path: string, text: string): boolean {
  const entry = entries.get(path);
  return entry?.isFile === true && entry.id === blobId(Buffer.from(text), entry.id.length);
}
