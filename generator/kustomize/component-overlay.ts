import type { ConfigFiles, Unit } from "../kubernetes/resource.ts";
import type { Base } from "./base.ts";
import { type ImageEntry, imageEntries } from "./images.ts";
import { type ConfigMapEntry, kustomization, objectLabels } from "./kustomization.ts";
import { versionLabels } from "./labels.ts";
import type { Part } from "./part.ts";
import { objectPairs, unitChanges } from "./unit-changes.ts";
import type { YamlFile } from "./value-tree.ts";

/** The folder of one component in an overlay: its kustomization, its patches, and objects and files that the base does not have. */
export function componentFiles(overlay: string, part: Part, base: Base): [string, YamlFile][] {
  const folder = `${overlay}/${part.name}`;
  const source = `${overlay}/environment.yaml`;
  const images = imageEntries(part.units.flatMap((unit) => objectPairs(base.get(unit.path), unit)));
  const changes = part.units.map((unit) => unitChanges(base.get(unit.path), unit, images));
  const files = [...changes.flatMap(({ additions, patches }) => [...additions, ...patches]), ...configFiles(part.units)];
  const value = kustomization({
    resources: [
      ...part.units.filter(({ path }) => base.has(path)).map(({ path }) => `../../../base/${path}`),
      ...changes.flatMap(({ additions }) => additions.map(({ file }) => file)),
    ],
    labels: objectLabels(versionLabels(part)),
    patches: changes.flatMap(({ patches }) => patches.map(({ file }) => ({ path: file }))),
    images: usedImages(images),
    configMapGenerator: part.units.flatMap(({ config }) => (config === undefined ? [] : [configMapEntry(config)])),
  });
  return [
    [`${folder}/kustomization.yaml`, { source, value }],
    ...files.map(({ file, value }): [string, YamlFile] => [`${folder}/${file}`, { source, value }]),
  ];
}

/** A field of an image that is the base's own is not repeated, so an entry may be left with its name alone. */
function usedImages(images: readonly ImageEntry[]): ImageEntry[] {
  return images.filter((entry) => Object.keys(entry).length > 1);
}

function configFiles(units: readonly Unit[]) {
  return units.flatMap(({ config }) => Object.entries(config?.files ?? {}).map(([file, value]) => ({ file, value })));
}

function configMapEntry({ name, files, labels, annotations }: ConfigFiles): ConfigMapEntry {
  return { name, files: Object.keys(files), options: { labels, annotations } };
}
