import type { Invariant, RepositoryTree, Violation } from "../invariant.ts";
import { type Entry, entriesOf } from "./entries.ts";
import { type Kustomization, kustomizationIn, kustomizations } from "./kustomizations.ts";
import { isWithin, resolvePath } from "./paths.ts";

/** Kustomize takes an entry that is no path here for an address, and fetches it: nothing in it forbids remote bases. */
export const entryIsHere: Invariant<RepositoryTree> = {
  name: "kustomization-entry-is-here",
  code: "E_PATH",
  severity: "error",
  reason: "What is fetched from elsewhere can change without a commit, and what is missing stops the environment.",
  remedy: "Name a file, or a folder with a kustomization, of this repository by a relative path.",
  find: inEntries((entry, { folder }, tree) => {
    const path = resolvePath(folder, entry.path);
    return path !== undefined && exists(tree, path, entry.wants) ? undefined : `${words(entry)} is not in this repository.`;
  }),
};

function exists(tree: RepositoryTree, path: string, wants: Entry["wants"]): boolean {
  const isFile = tree.files.get(path) !== undefined;
  return (wants !== "folder" && isFile) || (wants !== "file" && kustomizationIn(tree, path) !== undefined);
}

export const entryStaysInEnvironment: Invariant<RepositoryTree> = {
  name: "kustomization-entry-stays-in-environment",
  code: "E_PATH",
  severity: "error",
  reason: "Argo CD renders an environment again for a change in its own folder or the base, and for no other.",
  remedy: "Copy what the environment needs into its own folder.",
  find: inEntries((entry, { folder }) => {
    const path = resolvePath(folder, entry.path);
    const allowed = allowedFolders(folder);
    if (path === undefined || allowed.some((place) => isWithin(place, path))) return undefined;
    return `${words(entry)} leads to ${path === "" ? "the top of the repository" : path}.`;
  }),
};

function allowedFolders(folder: string): string[] {
  const [top = "", environment = ""] = folder.split("/");
  return top === "overlays" ? ["base", `overlays/${environment}`] : [top];
}

export const entryOnce: Invariant<RepositoryTree> = {
  name: "kustomization-entry-once",
  code: "E_DUP",
  severity: "error",
  reason: "Kustomize refuses an object that is there twice, and applies a patch twice without a word.",
  remedy: "Remove one of the two.",
  find: (tree) =>
    kustomizations(tree).flatMap(({ path, folder, fields }) => {
      const keys = entriesOf({ fields }).map((entry) => `${entry.field} ${resolvePath(folder, entry.path)}`);
      const repeated = keys.filter((key, index) => keys.indexOf(key) !== index);
      return [...new Set(repeated)].map((key) => ({ subject: path, message: `It lists ${key.split(" ")[1]} twice.` }));
    }),
};

function inEntries(
  fault: (entry: Entry, kustomization: Kustomization, tree: RepositoryTree) => string | undefined,
): (tree: RepositoryTree) => Violation[] {
  return (tree) =>
    kustomizations(tree).flatMap((kustomization) =>
      entriesOf(kustomization).flatMap((entry) => {
        const message = fault(entry, kustomization, tree);
        return message === undefined ? [] : [{ subject: kustomization.path, message }];
      }),
    );
}

function words({ field, path }: Entry): string {
  return `The entry ${path} of ${field}`;
}
