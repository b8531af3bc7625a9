import { isMap, type Node, type Pair, type YAMLMap } from "yaml";
import { keyText } from "../locate.ts";

/** A field as it stands in a file: its pair, and the mapping that holds the pair. */
export interface WrittenField {
  readonly map: YAMLMap;
  readonly index: number;
  readonly pair: Pair<Node, Node | null>;
}

/** The fields that a path leads through, as far as the file has them. */
export function fieldsAlong(root: YAMLMap, path: readonly string[]): WrittenField[] {
  const fields: WrittenField[] = [];
  let map: unknown = root;
  for (const segment of path) {
    if (!isMap(map)) break;
    const items = map.items as Pair<Node, Node | null>[];
    const index = items.findLastIndex((pair) => keyText(pair) === segment);
    const pair = items[index];
    if (pair === undefined) break;
    fields.push({ map, index, pair });
    map = pair.value;
  }
  return fields;
}
