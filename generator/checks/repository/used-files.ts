import type { Invariant, RepositoryTree } from "../invariant.ts";
import { folderOf, isWithin } from "./paths.ts";
import { reachableFiles } from "./reachable.ts";

export const filesAreUsed: Invariant<RepositoryTree> = {
  name: "files-are-used",
  code: "E_UNUSED",
  severity: "error",
  reason: "A file that no kustomization lists reaches no cluster, however right it looks.",
  remedy: "List it in the kustomization.yaml of its folder, or remove it.",
  find: (tree) => {
    const reached = reachableFiles(tree);
    return [...tree.files.keys()]
      .filter((path) => FOLDERS.some((folder) => isWithin(folder, path)) && !reached.has(path) && !isForPeople(path))
      .map((path) => ({ subject: path, message: "No kustomization takes it." }));
  },
};

const FOLDERS = ["apps", "base", "overlays"];

/** What the generator or a person reads, and no cluster. */
function isForPeople(path: string): boolean {
  const [name = ""] = path.split("/").slice(-1);
  if (name === "generated.sha256" || name.endsWith(".md") || name.startsWith(".")) return true;
  const isEnvironmentFolder = /^overlays\/[^/]+$/.test(folderOf(path));
  return isEnvironmentFolder && (name === "environment.yaml" || name === "identity.yaml");
}
