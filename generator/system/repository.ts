import { type Dirent, lstatSync, readdirSync, type Stats } from "node:fs";
import { join } from "node:path";
import { EXIT, GeneratorError } from "../errors.ts";
import { readFailure, systemCode } from "./file-failure.ts";
import { readPlainFile } from "./read-plain-file.ts";

/** A file that a person wrote, or the system's code for why it cannot be read: `ENOENT`, `EACCES`. */
export type SourceFile =
  | { readonly path: string; readonly bytes: Uint8Array }
  | { readonly path: string; readonly unreadable: string };

export interface EnvironmentSource {
  /** The name of the folder. */
  readonly name: string;
  readonly file: SourceFile;
  /** The kustomization in `custom/`; undefined where there is none. */
  readonly custom: SourceFile | undefined;
}

/** All that people wrote, as bytes; environments are sorted by name. */
export interface Sources {
  readonly platform: SourceFile;
  readonly environments: readonly EnvironmentSource[];
}

/** The names that Kustomize looks for. */
const KUSTOMIZATIONS = ["kustomization.yaml", "kustomization.yml", "Kustomization"];

/**
 * Reads `gitops.yaml` and every `overlays/<environment>/environment.yaml`. A file that cannot be read is told as a value;
 * a folder without the file is no environment.
 */
export function readSources(root: string): Sources {
  const names = readFolder(root, "overlays")
    .filter(mayHoldEnvironment)
    .map(({ name }) => name);
  return {
    platform: readSource(root, "gitops.yaml"),
    environments: names.sort().flatMap((name) => readEnvironment(root, name)),
  };
}

/** A linked folder too: an environment that is passed over would have its generated files removed. */
function mayHoldEnvironment(entry: Dirent): boolean {
  return entry.isDirectory() || entry.isSymbolicLink();
}

/** No folder means no environments; one that cannot be listed must not mean that. */
function readFolder(root: string, folder: string): Dirent[] {
  const found = look(join(root, folder));
  if (found === undefined) return [];
  if (!found.isDirectory()) throw notAFolder(folder);
  try {
    return readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    throw readFailure(error, folder);
  }
}

function readEnvironment(root: string, name: string): EnvironmentSource[] {
  const folder = `overlays/${name}`;
  const path = `${folder}/environment.yaml`;
  const file = look(join(root, folder))?.isSymbolicLink() ? { path, unreadable: "ELOOP" } : readSource(root, path);
  const isNone = "unreadable" in file && file.unreadable === "ENOENT";
  return isNone ? [] : [{ name, file, custom: readKustomization(root, `${folder}/custom`) }];
}

/** Links are refused, so that nothing outside the repository is read into it. */
function readSource(root: string, path: string): SourceFile {
  try {
    return { path, bytes: readPlainFile(join(root, path)) };
  } catch (error) {
    return { path, unreadable: UNREADABLE[systemCode(error)] ?? systemCode(error) };
  }
}

/** What Linux and macOS say of a socket. */
const UNREADABLE: Readonly<Record<string, string>> = { ENXIO: "EINVAL", EOPNOTSUPP: "EINVAL" };

/** One that may not be read, and a link, must not count as none: the overlay would lose it. */
function readKustomization(root: string, folder: string): SourceFile | undefined {
  const found = look(join(root, folder));
  if (found?.isSymbolicLink() === true) return { path: folder, unreadable: "ELOOP" };
  if (found?.isDirectory() !== true) return undefined;
  return KUSTOMIZATIONS.map((name) => readSource(root, `${folder}/${name}`)).find(
    (file) => "bytes" in file || file.unreadable !== "ENOENT",
  );
}

/** Undefined where nothing stands, and where looking is not permitted. */
function look(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function notAFolder(path: string): GeneratorError {
  return new GeneratorError({
    code: "E_READ",
    exitCode: EXIT.input,
    message: `${path} is a link or a file where a folder should be.`,
    remedy: "Replace it by a folder.",
  });
}
