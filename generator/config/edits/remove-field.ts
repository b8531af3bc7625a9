import { endOfNode, indentation, isInLines, lineStart, linesEnd, nextLine, startOfNode } from "./places.ts";
import type { Splice } from "./splice.ts";
import type { WrittenField } from "./written-field.ts";

/**
 * A field without its lines, or without its place in the line. Comments above it stay, because nobody but a person knows what they
 * speak of; those behind it on its line and inside it go. Undefined where it does not begin its line.
 */
export function removeField(text: string, field: WrittenField): Splice | undefined {
  const start = startOfNode(field.pair);
  const end = endOfNode(text, field.pair);
  if (!isInLines(field.map)) return fromLine(text, field, { start, end });
  const column = indentation(text, start);
  return column === undefined ? undefined : removeLines(text, start, linesEnd(text, end, column));
}

/** The whole lines from one offset to another. A last line without a break takes the break before it along. */
export function removeLines(text: string, from: number, to: number): Splice {
  const start = lineStart(text, from);
  const end = nextLine(text, to);
  if (text[end - 1] === "\n" || start === 0) return { start, end, text: "" };
  return { start: start - (text[start - 2] === "\r" ? 2 : 1), end, text: "" };
}

/** With the comma behind it, else with the one before it, unless a comment parts the two. */
function fromLine(
  text: string,
  { map, index }: WrittenField,
  { start, end }: { readonly start: number; readonly end: number },
): Splice {
  const behind = /^[ \t]*,[ \t]*/.exec(text.slice(end))?.[0];
  const isLast = index === map.items.length - 1;
  if (behind !== undefined && !isLast) return { start, end: end + behind.length, text: "" };
  const before = /[ \t]*,\s*$/.exec(text.slice(0, start))?.[0];
  return { start: start - (before?.length ?? 0), end, text: "" };
}
