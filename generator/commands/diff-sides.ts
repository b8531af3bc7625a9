import { EXIT, GeneratorError } from "../errors.ts";
import type { KubernetesObject } from "../kubernetes/resource.ts";
import { MANIFEST } from "../system/areas.ts";
import { blobId, readBlobs } from "../system/git-blobs.ts";
import { type GitEntry, readGitTree } from "../system/git-tree.ts";
import { readWorkingFiles } from "../system/git-working-files.ts";

/** One of the two trees that are compared. */
export interface Side {
  /** What is compared, for a person. */
  readonly title: string;
  /** Undefined for a tree that is in no commit. */
  readonly commit: string | undefined;
  readonly entries: ReadonlyMap<string, GitEntry>;
  readonly read: (paths: readonly string[]) => Promise<ReadonlyMap<string, Uint8Array>>;
  /** The objects of an environment, or of the root, where they are known without building or reading anything. */
  readonly rendered: (environment: string) => readonly KubernetesObject[] | undefined;
}

/** Most trees are only files. */
export const NOT_RENDERED: Side["rendered"] = () => undefined;

/** What Kustomize and Argo CD read. */
const FOLDERS = ["apps", "base", "overlays"];

/** A commit, or the folders of it that are named; none named are all. */
export async function committedSide(
  directory: string,
  ref: string,
  commit: string,
  folders: readonly string[] = FOLDERS,
): Promise<Side> {
  const entries = await readGitTree(directory, commit, folders);
  const read: Side["read"] = async (paths) => {
    const ids = new Map(paths.map((path) => [path, entryId(entries, path)]));
    const blobs = await readBlobs(directory, [...ids.values()]);
    return new Map([...ids].map(([path, id]) => [path, blobs.get(id) ?? new Uint8Array()]));
  };
  return { title: `${ref} (${commit.slice(0, 8)})`, commit, entries, read, rendered: NOT_RENDERED };
}

/** Before the first commit. */
export function emptySide(title: string): Side {
  return { title, commit: undefined, entries: new Map(), read: async () => new Map(), rendered: NOT_RENDERED };
}

/** What a run would write, and beside it what people wrote, as it stands on disk. */
export async function plannedSide(directory: string, files: ReadonlyMap<string, string>, idLength: number): Promise<Side> {
  const planned = [...files].filter(([path]) => FOLDERS.some((folder) => path.startsWith(`${folder}/`)));
  const contents = new Map<string, Uint8Array | undefined>(planned.map(([path, text]) => [path, Buffer.from(text)]));
  for (const [path, bytes] of persons(await readWorkingFiles(directory, "overlays"))) {
    if (!contents.has(path)) contents.set(path, bytes);
  }
  const entries = new Map([...contents].map(([path, bytes]) => [path, entryOf(bytes, idLength)]));
  const read: Side["read"] = async (paths) => new Map(paths.map((path) => [path, contents.get(path) ?? notFollowed(path)]));
  return { title: "what would be generated now", commit: undefined, entries, read, rendered: NOT_RENDERED };
}

function entryOf(bytes: Uint8Array | undefined, idLength: number): GitEntry {
  if (bytes === undefined) return { id: "", mode: "120000", isFile: false };
  return { id: blobId(bytes, idLength), mode: "100644", isFile: true };
}

/** In a folder that the generator keeps, only the description and `custom/`; what is left of an older run is none of it. */
function persons<T>(files: ReadonlyMap<string, T>): [string, T][] {
  const generated = new Set([...files.keys()].filter((path) => path.endsWith(`/${MANIFEST}`)).map(folderOf));
  return [...files].filter(([path]) => {
    const [, , third = ""] = path.split("/");
    return third === "custom" || third === "environment.yaml" || !generated.has(folderOf(path));
  });
}

function folderOf(path: string): string {
  return path.split("/", 2).join("/");
}

/** The hash of a file's contents; a link or a submodule is refused. */
export function entryId(entries: Side["entries"], path: string): string {
  const entry = entries.get(path);
  return entry?.isFile === true ? entry.id : notFollowed(path);
}

/** Kustomize would follow a link, and what it points at is in no commit. */
function notFollowed(path: string): never {
  throw new GeneratorError({
    code: "E_READ",
    exitCode: EXIT.input,
    message: `${path} is a link or a submodule, which is not followed.`,
    remedy: "Replace it by what it points at.",
  });
}
