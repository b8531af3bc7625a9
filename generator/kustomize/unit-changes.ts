import type { KubernetesObject, Resource, Unit } from "../kubernetes/resource.ts";
import { type ImageEntry, type Pair, withImages } from "./images.ts";
import { mergePatch } from "./merge-patch.ts";
import { overlayFile } from "./unit-files.ts";

/** A file of a component's folder in an overlay. */
export interface OverlayFile {
  readonly file: string;
  readonly value: unknown;
}

/** What an overlay says about one unit: objects that the base does not have, and patches for those that it has. */
export interface UnitChanges {
  readonly additions: readonly OverlayFile[];
  readonly patches: readonly OverlayFile[];
}

/** Compares a unit with the base. An object that the environment does without is deleted by its patch. */
export function unitChanges(base: Unit | undefined, unit: Unit, images: readonly ImageEntry[]): UnitChanges {
  const pairs = objectPairs(base, unit);
  const inBase = new Set(pairs.map(({ target }) => target));
  const additions = unit.resources
    .filter(({ object }) => !inBase.has(object))
    .map(({ file, object }) => ({ file: `${overlayFile(unit, file)}.yaml`, value: object }));
  const changed = pairs.flatMap(({ resource, base, target }) => patch(unit, resource, withImages(base, images), target));
  return { additions, patches: [...changed, ...deletions(base, unit)] };
}

/** The objects that base and environment both have, under one file and one name. */
export function objectPairs(base: Unit | undefined, unit: Unit): (Pair & { readonly resource: Resource })[] {
  return unit.resources.flatMap((resource) => {
    const before = base?.resources.find(({ file, object }) => file === resource.file && isSameObject(object, resource.object));
    return before === undefined ? [] : [{ resource, base: before.object, target: resource.object }];
  });
}

function isSameObject(a: KubernetesObject, b: KubernetesObject): boolean {
  return a.apiVersion === b.apiVersion && a.kind === b.kind && a.metadata.name === b.metadata.name;
}

function patch(unit: Unit, { file }: Resource, base: KubernetesObject, target: KubernetesObject): OverlayFile[] {
  const changes = mergePatch(base, target);
  if (changes === undefined) return [];
  const { metadata, ...rest } = changes as { metadata?: object };
  return [patchFile(unit, file, { ...identity(target, metadata), ...rest })];
}

function deletions(base: Unit | undefined, unit: Unit): OverlayFile[] {
  const gone = (base?.resources ?? []).filter(
    (before) => !unit.resources.some(({ object }) => isSameObject(object, before.object)),
  );
  return gone.map(({ file, object }) => patchFile(unit, file, { $patch: "delete", ...identity(object, {}) }));
}

function identity({ apiVersion, kind, metadata }: KubernetesObject, changes: object | undefined) {
  return { apiVersion, kind, metadata: { name: metadata.name, ...changes } };
}

function patchFile(unit: Unit, file: string, value: unknown): OverlayFile {
  return { file: `${overlayFile(unit, file)}.patch.yaml`, value };
}
