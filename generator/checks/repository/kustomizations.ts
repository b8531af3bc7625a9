import type { RepositoryTree } from "../invariant.ts";
import { isMap } from "../read-as.ts";
import { textFiles } from "./files.ts";
import { folderOf } from "./paths.ts";

/** A kustomization, as it is written: in `custom/` a person may have written anything. */
export interface Kustomization {
  readonly path: string;
  readonly folder: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** The names that Kustomize looks for. */
const NAMES = ["kustomization.yaml", "kustomization.yml", "Kustomization"];

export function isKustomization(path: string): boolean {
  return NAMES.some((name) => path.endsWith(`/${name}`));
}

/** Every kustomization of the repository. */
export function kustomizations(tree: RepositoryTree): Kustomization[] {
  return textFiles(tree).flatMap(({ path, text }) => (isKustomization(path) ? read(tree, path, text) : []));
}

/** The kustomization of a folder, if it has one. */
export function kustomizationIn(tree: RepositoryTree, folder: string): Kustomization | undefined {
  for (const name of NAMES) {
    const path = `${folder}/${name}`;
    const file = tree.files.get(path);
    if (file?.type === "file") return read(tree, path, file.text)[0];
  }
  return undefined;
}

function read(tree: RepositoryTree, path: string, text: string): Kustomization[] {
  const [fields] = tree.parse(text).values;
  return isMap(fields) ? [{ path, folder: folderOf(path), fields }] : [];
}
