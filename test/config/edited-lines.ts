import { isCollection, isMap, isScalar, type Node, type Pair, parseDocument } from "yaml";
import type { Edit } from "../../generator/config/edit.ts";
import { COMMENT } from "./written-file.ts";

/** Lines that are gone or out of order, but for those of the field that was edited. */
export function lostLines(before: string, after: string, edit: Edit): string[] {
  const left = after.split(/\r?\n/);
  let next = 0;
  return linesBeside(before, editedLines(before, edit)).filter((line) => {
    const found = left.indexOf(line, next);
    next = Math.max(next, found + 1);
    return found < 0;
  });
}

/** Comments that are gone, though they stand in no list or mapping that was removed or replaced. */
export function lostComments(before: string, after: string, edit: Edit): string[] {
  const isWhole = edit.value === undefined || isCollection(parseDocument(before).getIn(edit.path));
  const lines = linesBeside(before, isWhole ? editedLines(before, edit) : NO_LINES);
  return lines.flatMap((line) => line.match(COMMENT) ?? []).filter((comment) => !after.includes(comment));
}

type Lines = readonly [first: number, last: number];

const NO_LINES: Lines = [0, -1];

function linesBeside(text: string, [first, last]: Lines): string[] {
  return text.split(/\r?\n/).filter((_, index) => index < first || index > last);
}

/** The lines of the field, or of the mapping that its removal empties; of a new field in braces, those of the braces. */
function editedLines(text: string, { path, value }: Edit): Lines {
  const chain = pairsAlong(parseDocument(text).contents, path);
  const pair = chain.at(-1);
  if (pair === undefined) return NO_LINES;
  if (chain.length < path.length) return isInLines(pair.value) ? NO_LINES : linesOf(text, pair);
  const emptied = chain.findLast((_, index) => index === 0 || sizeOf(chain[index - 1]?.value) > 1);
  return linesOf(text, value === undefined ? (emptied ?? pair) : pair);
}

function pairsAlong(root: unknown, path: readonly string[]): Pair<Node, Node>[] {
  const pairs: Pair<Node, Node>[] = [];
  let node: unknown = root;
  for (const name of path) {
    const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && key.value === name) : undefined;
    if (pair === undefined) break;
    pairs.push(pair as Pair<Node, Node>);
    node = pair.value;
  }
  return pairs;
}

function isInLines(node: unknown): boolean {
  return isCollection(node) && node.flow !== true && node.items.length > 0;
}

function sizeOf(node: unknown): number {
  return isCollection(node) ? node.items.length : 0;
}

function linesOf(text: string, { key, value }: Pair<Node, Node | null>): Lines {
  const line = (offset: number) => text.slice(0, offset).split("\n").length - 1;
  const [start = 0] = key.range ?? [];
  const [, end = start] = value?.range ?? [];
  return [line(start), line(start + text.slice(start, end).trimEnd().length)];
}
