import type { YAMLMap } from "yaml";
import { endOfNode, indentation, indentStep, isInLines, lineBreak, linesEnd, startOfNode } from "./places.ts";
import { inLine, inLines } from "./render.ts";
import type { Splice } from "./splice.ts";

/** A new field behind the last one of a mapping, written as its neighbours are; undefined where no line begins with the last one. */
export function insertField(text: string, map: YAMLMap, key: string, value: unknown): Splice | undefined {
  const last = map.items.at(-1);
  if (last === undefined) return replaceEmpty(map, key, value);
  if (!isInLines(map)) return insertInLine(endOfNode(text, last), key, value);
  const column = indentation(text, startOfNode(last));
  if (column === undefined) return undefined;
  const end = linesEnd(text, endOfNode(text, last), column);
  const layout = { column, step: indentStep(text), lineBreak: lineBreak(text) };
  const before = `${layout.lineBreak.repeat(hasBlankLines(text, map) ? 2 : 1)}${" ".repeat(column)}`;
  return { start: end, end, text: `${before}${inLines({ [key]: value }, layout)}` };
}

function replaceEmpty(map: YAMLMap, key: string, value: unknown): Splice {
  const [start, end] = map.range ?? [0, 0];
  return { start, end, text: inLine({ [key]: value }) };
}

function insertInLine(end: number, key: string, value: unknown): Splice {
  return { start: end, end, text: `, ${inLine({ [key]: value }).replace(/^\{ | \}$/g, "")}` };
}

/** Whether a blank line parts the last field from the one before it. */
function hasBlankLines(text: string, { items }: YAMLMap): boolean {
  const [before, last] = items.slice(-2);
  if (before === undefined || last === undefined) return false;
  return /\n[ \t]*\r?\n/.test(text.slice(endOfNode(text, before), startOfNode(last)));
}
