import { isMap, isNode, isScalar, isSeq, type Node, type Pair } from "yaml";
import type { Location } from "../errors.ts";
import { locationAt } from "./place.ts";

export type Path = readonly PropertyKey[];

/** A YAML text whose nodes can be found by path; `root` is asked for only when a place is wanted. */
export interface Source {
  readonly file: string;
  readonly text: string;
  readonly root: () => Node | null;
}

/** Where the value at a path begins; for a missing or empty field, the key of the nearest parent that exists. */
export function locateValue(source: Source, path: Path): Location {
  const steps = follow(source.root(), path);
  const value = steps.at(-1)?.value;
  const isThere = steps.length === path.length && path.length > 0;
  if (!isThere || !isNode(value) || isEmpty(value)) return locateStep(source, steps);
  return locationAt(source.file, source.text, value.range?.[0] ?? 0);
}

/** Where the key of a path begins; for a missing field, the key of the nearest parent that exists. */
export function locateKey(source: Source, path: Path): Location {
  return locateStep(source, follow(source.root(), path));
}

/** A scalar as it stands in the file, `1.10` where the value is 1.1; undefined for anything else. */
export function writtenAt(source: Source, path: Path): string | undefined {
  const value = follow(source.root(), path)[path.length - 1]?.value;
  return isScalar(value) ? value.source : undefined;
}

/** What a path leads through, one step a segment, as far as the file goes. */
interface Step {
  readonly key: unknown;
  readonly value: unknown;
}

function follow(root: Node | null, path: Path): Step[] {
  const steps: Step[] = [];
  let node: unknown = root;
  for (const segment of path) {
    const step = child(node, segment);
    if (step === undefined) break;
    steps.push(step);
    node = step.value;
  }
  return steps;
}

function child(node: unknown, segment: PropertyKey): Step | undefined {
  if (isMap(node)) return node.items.findLast((pair) => keyText(pair) === String(segment));
  if (!isSeq(node)) return undefined;
  const item = node.items[Number(segment)];
  return item === undefined ? undefined : { key: item, value: item };
}

/** With `stringKeys` every key of a valid file is a text. */
export function keyText(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
}

function isEmpty(node: Node): boolean {
  return isScalar(node) && node.value === null && (node.source ?? "") === "";
}

function locateStep(source: Source, steps: readonly Step[]): Location {
  const key = steps.at(-1)?.key;
  return locationAt(source.file, source.text, isNode(key) ? (key.range?.[0] ?? 0) : 0);
}
