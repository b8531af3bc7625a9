import type { RepositoryTree } from "../invariant.ts";

const MANIFEST = "generated.sha256";

/** A file of the folders that the generator keeps, and the manifest that must list it. */
export interface KeptFile {
  readonly path: string;
  readonly manifest: string;
  /** What a person edits to change it. */
  readonly source: string;
}

/** Every file there, but for what people write and the manifests themselves. */
export function keptFiles({ files }: RepositoryTree): KeptFile[] {
  return [...files.keys()].flatMap((path) => keptFile(path) ?? []);
}

function keptFile(path: string): KeptFile | undefined {
  const [top = "", second = "", third = ""] = path.split("/");
  if (!["apps", "base", "overlays"].includes(top) || path.endsWith(`/${MANIFEST}`)) return undefined;
  if (top === "overlays" && ["custom", "environment.yaml"].includes(third)) return undefined;
  if (top === "base" || third === "") return { path, manifest: `${top}/${MANIFEST}`, source: "gitops.yaml" };
  if (top === "apps" && ["addon-logging", "notifications"].includes(second))
    return { path, manifest: `${top}/${second}/${MANIFEST}`, source: "gitops.yaml" };
  return { path, manifest: `${top}/${second}/${MANIFEST}`, source: `overlays/${second}/environment.yaml` };
}

/** The files that a manifest lists, by their paths in the repository; it is in the format of `sha256sum -c`. */
export function listedFiles({ files }: RepositoryTree, manifest: string): ReadonlySet<string> {
  const file = files.get(manifest);
  const folder = manifest.slice(0, -MANIFEST.length);
  const lines = file?.type === "file" ? file.text.split("\n") : [];
  return new Set(lines.map((line) => `${folder}${line.slice(line.indexOf("  ") + 2)}`));
}
