import type { Unit } from "../kubernetes/resource.ts";
import { kustomization } from "./kustomization.ts";
import type { ValueTree, YamlFile } from "./value-tree.ts";

/** What environments share, by path of the unit. */
export type Base = ReadonlyMap<string, Unit>;

/** Of several environments' units the first of each path, so that later ones only add what the earlier do without. */
export function sharedBase(environments: readonly (readonly Unit[])[]): Base {
  const base = new Map<string, Unit>();
  for (const unit of environments.flat()) if (!base.has(unit.path)) base.set(unit.path, unit);
  return base;
}

/** `base/`: a folder for each unit, a file for each object. */
export function baseFiles(base: Base, source: string): ValueTree {
  return new Map([...base.values()].flatMap((unit) => unitFiles(unit, source)));
}

function unitFiles(unit: Unit, source: string): [string, YamlFile][] {
  const folder = `base/${unit.path}`;
  const resources = unit.resources.map(({ file }) => `${file}.yaml`);
  return [
    [`${folder}/kustomization.yaml`, { source, value: kustomization({ resources }) }],
    ...unit.resources.map(({ file, object }): [string, YamlFile] => [`${folder}/${file}.yaml`, { source, value: object }]),
  ];
}
