import type { SourceFile, Sources } from "../../config/sources.ts";
import type { Side } from "../diff-sides.ts";

/** The names that Kustomize looks for, in its order. */
const KUSTOMIZATIONS = ["kustomization.yaml", "kustomization.yml", "Kustomization"];

/** What people wrote, as a tree has it; the same as `readSources` gives for a checkout. */
export async function treeSources(tree: Pick<Side, "entries" | "read">): Promise<Sources> {
  const names = environmentsOf(tree);
  const customs = names.map((name) => customPath(tree, name));
  const paths = ["gitops.yaml", ...names.map(descriptionPath), ...customs.filter((path) => path !== undefined)];
  const files = await tree.read(paths.filter((path) => tree.entries.get(path)?.isFile === true));
  const source = (path: string): SourceFile => sourceFile(tree, path, files.get(path));
  return {
    platform: source("gitops.yaml"),
    environments: names.map((name, index) => {
      const custom = customs[index];
      return { name, file: source(descriptionPath(name)), custom: custom === undefined ? undefined : source(custom) };
    }),
  };
}

export function descriptionPath(environment: string): string {
  return `overlays/${environment}/environment.yaml`;
}

/** The names of those that have a description. */
export function environmentsOf({ entries }: Pick<Side, "entries">): readonly string[] {
  return [...entries.keys()].flatMap((path) => /^overlays\/([^/]+)\/environment\.yaml$/.exec(path)?.[1] ?? []).sort();
}

/** A linked `custom/` must not count as none: the overlay would lose it. */
function customPath({ entries }: Pick<Side, "entries">, environment: string): string | undefined {
  const folder = `overlays/${environment}/custom`;
  if (entries.get(folder)?.isFile === false) return folder;
  return KUSTOMIZATIONS.map((name) => `${folder}/${name}`).find((path) => entries.has(path));
}

/** With the code that a checkout gives for the same. */
function sourceFile({ entries }: Pick<Side, "entries">, path: string, bytes: Uint8Array | undefined): SourceFile {
  if (bytes !== undefined) return { path, bytes };
  return { path, unreadable: entries.has(path) ? "ELOOP" : "ENOENT" };
}
