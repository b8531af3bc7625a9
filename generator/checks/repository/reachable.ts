import type { RepositoryTree } from "../invariant.ts";
import { entriesOf } from "./entries.ts";
import { kustomizationIn, kustomizations } from "./kustomizations.ts";
import { folderOf, isWithin, resolvePath } from "./paths.ts";

/** Every file that some kustomization takes: of the environments, of the base, whose units not every environment runs, and of Argo CD. */
export function reachableFiles(tree: RepositoryTree): ReadonlySet<string> {
  const reached = new Set<string>();
  for (const folder of roots(tree)) reach(tree, folder, reached);
  return reached;
}

function roots(tree: RepositoryTree): string[] {
  const base = kustomizations(tree).flatMap(({ path }) => (isWithin("base", path) ? [folderOf(path)] : []));
  return [
    "apps",
    "apps/notifications",
    "apps/addon-logging",
    ...base,
    ...tree.environments.map(({ name }) => `overlays/${name}`),
  ];
}

function reach(tree: RepositoryTree, folder: string, reached: Set<string>): void {
  const kustomization = kustomizationIn(tree, folder);
  if (kustomization === undefined || reached.has(kustomization.path)) return;
  reached.add(kustomization.path);
  for (const entry of entriesOf(kustomization)) {
    const path = resolvePath(folder, entry.path);
    if (path === undefined) continue;
    if (tree.files.has(path)) reached.add(path);
    else reach(tree, path, reached);
  }
}
