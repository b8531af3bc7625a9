import { createHash } from "node:crypto";
import { areaOf } from "./areas.ts";
import { manifestOf, renderManifest } from "./manifest.ts";

/** One hash of a whole tree: of its manifests by area, which hold the hashes of all other files. */
export function manifestsDigest(manifests: ReadonlyMap<string, string>): string {
  const hash = createHash("sha256");
  for (const area of [...manifests.keys()].sort()) hash.update(`${area}\n${manifests.get(area)}\n`);
  return hash.digest("hex");
}

/** The same of a tree that is to be, from the texts and not from the disk, where somebody may be at work. */
export function filesDigest(files: ReadonlyMap<string, string>): string {
  const manifests = [...byArea(files)].map(([area, texts]): [string, string] => [
    area,
    renderManifest(area, manifestOf(texts)),
  ]);
  return manifestsDigest(new Map(manifests));
}

function byArea(files: ReadonlyMap<string, string>): Map<string, Map<string, string>> {
  const areas = new Map<string, Map<string, string>>();
  for (const [path, text] of files) {
    const area = areaOf(path) ?? "";
    const texts = areas.get(area);
    if (texts === undefined) areas.set(area, new Map([[path, text]]));
    else texts.set(path, text);
  }
  return areas;
}
