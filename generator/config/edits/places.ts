import { isCollection, isPair, isScalar, type Node, type Pair } from "yaml";

/** Where a node or a field begins in the text. */
export function startOfNode(node: Node | Pair | null): number {
  if (isPair(node)) return startOfNode(node.key as Node | null);
  return node?.range?.[0] ?? 0;
}

/** Where its text ends. A collection in lines ends with its last item, whatever comments follow. */
export function endOfNode(text: string, node: Node | Pair | null): number {
  if (isPair(node)) return endOfPair(text, node as Pair<Node, Node | null>);
  const last = isInLines(node) && isCollection(node) ? node.items.at(-1) : undefined;
  if (last !== undefined) return endOfNode(text, last as Node | Pair);
  const [start = 0, end = 0] = node?.range ?? [];
  return start + text.slice(start, end).trimEnd().length;
}

function endOfPair(text: string, { key, value }: Pair<Node, Node | null>): number {
  return value === null ? endOfNode(text, key) : endOfNode(text, value);
}

/** A collection of one item a line, or a text that stands in lines below its name. */
export function isInLines(node: unknown): boolean {
  if (isCollection(node)) return node.flow !== true;
  return isScalar(node) && (node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED");
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** The end of the line without its break. */
export function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf("\n", offset);
  if (newline < 0) return text.length;
  return text[newline - 1] === "\r" ? newline - 1 : newline;
}

/** The end of the lines of a field or an item at a column, without the break: comments that are indented deeper than it are its own. */
export function linesEnd(text: string, end: number, column: number): number {
  const comments = new RegExp(`(?:(?:\\r?\\n[ \\t]*)*\\r?\\n {${column + 1},}#[^\\r\\n]*)+`, "y");
  comments.lastIndex = lineEnd(text, end);
  return comments.test(text) ? comments.lastIndex : lineEnd(text, end);
}

/** The end of the line with its break. */
export function nextLine(text: string, offset: number): number {
  const newline = text.indexOf("\n", offset);
  return newline < 0 ? text.length : newline + 1;
}

/** How far the text at an offset is indented; undefined where something else stands before it. */
export function indentation(text: string, offset: number): number | undefined {
  const before = text.slice(lineStart(text, offset), offset);
  return /^ *$/.test(before) ? before.length : undefined;
}

/** The line breaks of the text. */
export function lineBreak(text: string): "\n" | "\r\n" {
  return /^[^\n]*\r\n/.test(text) ? "\r\n" : "\n";
}

/** The spaces by which the text indents its blocks. */
export function indentStep(text: string): number {
  return /^[^\s#][^\n]*:[ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*( +)[^\s#-]/m.exec(text)?.[1]?.length ?? 2;
}
