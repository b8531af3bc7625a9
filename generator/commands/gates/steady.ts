import type { Report } from "./facts.ts";

/**
 * Since when an environment has run without a fault as the branch has it: the first of the newest reports that all say so. Undefined
 * while the newest does not.
 */
export function steadySince(reports: readonly Report[]): Date | undefined {
  const end = reports.findIndex(({ state, isCurrent }) => state !== "success" || !isCurrent);
  return (end === -1 ? reports : reports.slice(0, end)).at(-1)?.at;
}
