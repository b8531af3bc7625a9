import { isAtLeast } from "../releases/version.ts";

/** Whether a tag names a version before another. A tag that names none counts as new: people who build images know why. */
export function isBefore(tag: string, version: string): boolean {
  const named = /^v?(\d+(?:\.\d+)+)/.exec(tag)?.[1];
  return named !== undefined && !isAtLeast(named, version);
}
