import type { Token } from "./tokens.ts";

/** Deeper than any field, and far from the ~800 levels where `yaml` 2.9 runs out of stack (near that limit V8 can abort the process). */
export const MAX_DEPTH = 64;

/** The token that opens one level too many, if any: to be asked before anything recursive sees the text. */
export function tooDeep(tokens: readonly Token[]): Token | undefined {
  const open: Open = { flow: 0, columns: [], lineStart: 0 };
  return tokens.find((token) => {
    enter(open, token);
    return open.flow + open.columns.length > MAX_DEPTH;
  });
}

interface Open {
  /** Brackets that are not closed yet. */
  flow: number;
  /** Columns of the open blocks, each deeper than the one before. */
  columns: number[];
  lineStart: number;
}

function enter(open: Open, token: Token): void {
  open.flow += FLOW[token.type] ?? 0;
  if (open.flow === 0 && OPENS_BLOCK.has(token.type)) enterBlock(open.columns, token.offset - open.lineStart);
  const lineBreak = token.source.lastIndexOf("\n");
  if (lineBreak >= 0) open.lineStart = token.offset + lineBreak + 1;
}

const FLOW: Readonly<Partial<Record<Token["type"], number>>> = {
  "flow-map-start": 1,
  "flow-seq-start": 1,
  "flow-map-end": -1,
  "flow-seq-end": -1,
};

/** A key opens a mapping at its column; that a plain value also counts until the next line errs by one level. */
const OPENS_BLOCK: ReadonlySet<Token["type"]> = new Set([
  "seq-item-ind",
  "explicit-key-ind",
  "map-value-ind",
  "text",
  "single-quoted-scalar",
  "double-quoted-scalar",
]);

function enterBlock(columns: number[], column: number): void {
  while ((columns.at(-1) ?? -1) > column) columns.pop();
  if (columns.at(-1) !== column) columns.push(column);
}
