/** So many processes at once. */
const BATCH = 4;

/** Whether every point is wanted and not a sample; `docs/faults.md` says what that takes. */
export const ALL = process.env.FAULTS === "all";

/** For one test with many processes, on a machine that has other things to do. */
export const LIMIT_MILLISECONDS = ALL ? 3_600_000 : 300_000;

/**
 * A seeded choice of the numbers below `total`, spread over them. The steps are uneven, because calls of the file system
 * repeat in the same order for each file, and even ones could meet the same call every time.
 */
export function sample(total: number, size: number): number[] {
  const all = Array.from({ length: total }, (_, index) => index);
  if (ALL || total <= size) return all;
  const step = total / size;
  return Array.from({ length: size }, (_, index) => Math.floor(index * step + (step * ((index * 7) % 11)) / 11));
}

/** Calls that change something; half of a write is on the disk when it is cut. */
const CHANGING = /^(?:mkdir|open|rename|rm|rmdir|unlink|write|writeFile)(?:Sync)? /;

/** The numbers of some calls of every function: `size` of each that changes something, and one of each other. */
export function sampleOfEach(calls: readonly string[], size: number): number[] {
  const byFunction = new Map<string, number[]>();
  for (const [at, call] of calls.entries()) {
    const name = `${call.split(" ")[0]} `;
    byFunction.set(name, [...(byFunction.get(name) ?? []), at]);
  }
  return [...byFunction].flatMap(([name, numbers]) =>
    sample(numbers.length, CHANGING.test(name) ? size : 1).map((index) => numbers[index] ?? 0),
  );
}

/** Does something for every item, a few at a time. */
export async function inBatches<T>(items: readonly T[], action: (item: T) => Promise<void>): Promise<void> {
  for (let start = 0; start < items.length; start += BATCH) {
    await Promise.all(items.slice(start, start + BATCH).map(action));
  }
}
