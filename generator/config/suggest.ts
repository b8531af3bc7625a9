/**
 * The candidate that a person most likely meant: the same word in other case, else the nearest by insertions, deletions,
 * replacements and swaps of neighbours, at most a third of the word away. The first wins among equals.
 */
export function suggest(word: string, candidates: readonly string[]): string | undefined {
  const sameWord = candidates.find((candidate) => fold(candidate) === fold(word));
  if (sameWord !== undefined) return sameWord;
  if (word.length > MAX_LENGTH) return undefined;
  const limit = Math.max(1, Math.floor(word.length / 3));
  const near = candidates
    .filter((candidate) => Math.abs(candidate.length - word.length) <= limit)
    .map((candidate) => ({ candidate, distance: editDistance(fold(word), fold(candidate)) }))
    .filter(({ distance }) => distance <= limit);
  return near.sort((a, b) => a.distance - b.distance)[0]?.candidate;
}

/** Longer names are no typing mistakes, and comparing them takes time. */
const MAX_LENGTH = 60;

/** `node-selector`, `node_selector` and `NodeSelector` are one word. */
function fold(word: string): string {
  return word.toLowerCase().replace(/[-_ ]/g, "");
}

/** Damerau's distance with adjacent swaps, row by row; a row is a prefix of `a`, a column one of `b`. */
function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= a.length; row++) rows.push(nextRow(rows, a, b));
  return cell(rows, a.length, b.length);
}

function nextRow(rows: readonly number[][], a: string, b: string): number[] {
  const row = rows.length;
  const current = [row];
  const known = [...rows, current];
  for (let column = 1; column <= b.length; column++) {
    const replaced = cell(known, row - 1, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
    const isSwap = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
    const swapped = isSwap ? cell(known, row - 2, column - 2) + 1 : replaced;
    current.push(Math.min(cell(known, row, column - 1) + 1, cell(known, row - 1, column) + 1, replaced, swapped));
  }
  return current;
}

function cell(rows: readonly (readonly number[])[], row: number, column: number): number {
  return rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
}
