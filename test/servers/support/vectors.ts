/** Numbers in a vector. */
export const DIMENSION = 32;

/** The vector of a row: another one for each id, and the same in every run. */
export function vectorOf(id: number): number[] {
  const next = numbers(id);
  return Array.from({ length: DIMENSION }, next);
}

/** The ids of the rows `0` to `rows - 1` that lie nearest to a vector, by comparison with each of them. */
export function nearest(query: readonly number[], rows: number, limit: number): number[] {
  const distances = Array.from({ length: rows }, (_, id) => ({ id, distance: squaredDistance(query, vectorOf(id)) }));
  return distances
    .sort((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .map(({ id }) => id);
}

function squaredDistance(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + (value - (b[index] ?? 0)) ** 2, 0);
}

/** The generator mulberry32: numbers between -1 and 1 in the precision that Milvus keeps. */
function numbers(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.fround(((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 31 - 1);
  };
}
