import { isScalar, isSeq } from "yaml";
import { isMapping } from "./mapping.ts";
import { endOfNode, indentation, indentStep, isInLines, lineBreak, startOfNode } from "./places.ts";
import { inLine, inLines } from "./render.ts";
import { replaceItems } from "./replace-items.ts";
import type { Splice } from "./splice.ts";
import type { WrittenField } from "./written-field.ts";

/**
 * Another value for a field: in its place within the line, or item by item in a list of lines, and only where it has another shape
 * than before, the whole field anew.
 */
export function replaceValue(text: string, field: WrittenField, value: unknown): Splice | undefined {
  const old = field.pair.value;
  const isOneLine = !isInLines(old);
  if (isOneLine && (!isFilled(value) || !isInLines(field.map) || !isScalar(old))) return inPlace(text, field, value);
  const items = isSeq(old) && Array.isArray(value) && value.length > 0 ? replaceItems(text, old, value) : undefined;
  return items ?? anew(text, field, value);
}

/** A mapping or a list with something in it takes lines of its own, where there are lines. */
function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : isMapping(value) && Object.keys(value).length > 0;
}

function inPlace(text: string, { pair }: WrittenField, value: unknown): Splice | undefined {
  const old = pair.value;
  if (old === null) return undefined;
  const start = startOfNode(old);
  const end = endOfNode(text, old);
  if (start === end) return behindColon(text, endOfNode(text, pair.key), value);
  const quote = isScalar(old) && old.type?.startsWith("QUOTE") ? old.type : undefined;
  return { start, end, text: inLine(value, quote) };
}

/** A field without a value, whose place may be taken by a comment. */
function behindColon(text: string, endOfKey: number, value: unknown): Splice {
  const colon = text.indexOf(":", endOfKey) + 1;
  return { start: colon, end: colon, text: ` ${inLine(value)}` };
}

function anew(text: string, { pair }: WrittenField, value: unknown): Splice | undefined {
  const start = startOfNode(pair);
  const column = indentation(text, start);
  if (column === undefined) return undefined;
  const layout = { column, step: indentStep(text), lineBreak: lineBreak(text) };
  const key = String((pair.key as { readonly value?: unknown }).value);
  return { start, end: endOfNode(text, pair), text: inLines({ [key]: value }, layout) };
}
