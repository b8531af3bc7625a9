import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readFailure } from "./file-failure.ts";
import { type EntryKind, type Folders, openFolders } from "./folders.ts";

/** What stands at a path. A link is not followed, and of a file above the limit only the size is read, in bytes. */
export type StoredFile =
  | { readonly type: "file"; readonly text: string }
  | { readonly type: "large"; readonly bytes: number }
  | { readonly type: "symlink" | "other" };

/** 1 MiB. Argo CD refuses large manifests, and nothing that is reviewed comes near. */
export const MAX_FILE_BYTES = 1_048_576;

/** Folders and files that the clusters, GitHub or the generator take at their word. */
const PLACES = [".github", "README.md", "apps", "base", "gitops.yaml", "overlays"];

/** Everything that stands there by its path, folders by what is in them. */
export function readRepositoryFiles(root: string): Map<string, StoredFile> {
  const folders = openFolders(root);
  const files = new Map<string, StoredFile>();
  for (const place of PLACES) addEntry({ root, folders, files }, place, folders.kindOf(place));
  return files;
}

interface Walk {
  readonly root: string;
  readonly folders: Folders;
  readonly files: Map<string, StoredFile>;
}

function addEntry(walk: Walk, path: string, kind: EntryKind | undefined): void {
  if (kind === "folder") {
    for (const [name, entry] of walk.folders.entries(path)) addEntry(walk, `${path}/${name}`, entry);
  } else if (kind !== undefined) {
    walk.files.set(path, kind === "file" ? readFile(walk.root, path) : { type: kind });
  }
}

function readFile(root: string, path: string): StoredFile {
  const file = join(root, path);
  try {
    const { size } = lstatSync(file);
    return size > MAX_FILE_BYTES ? { type: "large", bytes: size } : { type: "file", text: readFileSync(file, "utf8") };
  } catch (error) {
    throw readFailure(error, path);
  }
}
