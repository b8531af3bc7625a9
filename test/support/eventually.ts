/** What somebody waits for, or in words what is still missing. */
export type Look<T> = () => Promise<{ readonly found: T } | { readonly missing: string }>;

const PAUSE_MILLISECONDS = 250;

/** Looks again and again until something is found; past the deadline the error says what was missing last. */
export async function eventually<T>(what: string, seconds: number, look: Look<T>): Promise<T> {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const answer = await look();
    if ("found" in answer) return answer.found;
    if (performance.now() > end) throw new Error(`${what}: not within ${seconds} s. ${answer.missing}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
  }
}

/** How long something takes, in seconds with one decimal. */
export async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly seconds: string }> {
  const start = performance.now();
  const value = await work();
  return { value, seconds: ((performance.now() - start) / 1000).toFixed(1) };
}
