import type { Node, YAMLSeq } from "yaml";
import { endOfNode, indentation, indentStep, lineBreak, lineStart, linesEnd } from "./places.ts";
import { removeLines } from "./remove-field.ts";
import { inLines, type Layout } from "./render.ts";
import { isSame } from "./same.ts";
import type { Splice } from "./splice.ts";

/** A list of lines with other items: those that it begins and ends with as before keep their lines. Undefined for nested dashes. */
export function replaceItems(text: string, list: YAMLSeq, wanted: readonly unknown[]): Splice | undefined {
  const items = list.items as Node[];
  const dashes = items.map((item) => dashOf(text, item));
  const column = dashes[0] === undefined ? undefined : indentation(text, dashes[0]);
  if (column === undefined || dashes.includes(undefined)) return undefined;
  const { head, tail } = kept(list.toJSON() as unknown[], wanted);
  const layout = { column, step: indentStep(text), lineBreak: lineBreak(text) };
  const added = wanted.slice(head, wanted.length - tail).map((item) => inLines([item], layout));
  const lines = items.map((item, index) => {
    const end = endOfNode(text, item);
    return { start: dashes[index] ?? end, end, endOfLines: linesEnd(text, end, column) };
  });
  return between(text, { lines, added, layout }, { head, end: items.length - tail });
}

/** Offset of the dash of an item that begins its line. */
function dashOf(text: string, item: Node): number | undefined {
  const start = lineStart(text, item.range?.[0] ?? 0);
  const before = /^( *)- +$/.exec(text.slice(start, item.range?.[0] ?? 0));
  return before === null ? undefined : start + (before[1]?.length ?? 0);
}

/** How many items both lists begin and end with. */
function kept(before: readonly unknown[], after: readonly unknown[]): { readonly head: number; readonly tail: number } {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && isSame(before[head], after[head])) head++;
  let tail = 0;
  while (tail < most - head && isSame(before.at(-1 - tail), after.at(-1 - tail))) tail++;
  return { head, tail };
}

interface Items {
  readonly lines: readonly { readonly start: number; readonly end: number; readonly endOfLines: number }[];
  readonly added: readonly string[];
  readonly layout: Layout;
}

/** The items from `head` to `end` give way to the added ones. */
function between(text: string, { lines, added, layout }: Items, { head, end }: { head: number; end: number }): Splice {
  const newLine = `${layout.lineBreak}${" ".repeat(layout.column)}`;
  const first = lines[head];
  const last = lines[end - 1];
  if (head < end && first !== undefined && last !== undefined) {
    if (added.length === 0) return removeLines(text, first.start, last.endOfLines);
    return { start: first.start, end: last.end, text: added.join(newLine) };
  }
  const start = last?.endOfLines ?? first?.start ?? 0;
  const lead = added.map((item) => (last === undefined ? `${item}${newLine}` : `${newLine}${item}`));
  return { start, end: start, text: lead.join("") };
}
