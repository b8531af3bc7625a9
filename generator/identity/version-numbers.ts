/** What stands for a tag that names no version: people who build images know why. */
export const UNKNOWN = "(unknown)";

/** `3.5` of `v3.5.25`. */
export function minorOf(tag: string): string {
  return /^v?(\d+\.\d+)(?:[.-]|$)/.exec(tag)?.[1] ?? UNKNOWN;
}

/** `3` of `3.0.7`. */
export function majorOf(tag: string): string {
  return /^v?(\d+)\./.exec(tag)?.[1] ?? UNKNOWN;
}

/**
 * By how much the last number rises, where it alone differs: 1 from `3.5` to `3.6`, -1 back. NaN where the numbers before it
 * differ or a version is unknown.
 */
export function stepBetween(from: string, to: string): number {
  const [lower, upper] = [from.split("."), to.split(".")];
  const isSameLine = lower.slice(0, -1).join() === upper.slice(0, -1).join();
  return isSameLine ? Number(upper.at(-1)) - Number(lower.at(-1)) : Number.NaN;
}
