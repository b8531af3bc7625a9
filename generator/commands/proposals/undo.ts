import { PLATFORM } from "./proposal.ts";

/** How a merged proposal is taken back: the description as the branch had it before. */
export function undoOf(name: string, before: string | undefined): string[] {
  if (before === undefined) return [];
  const revision = before.slice(0, 12);
  if (name !== PLATFORM) return [`npm run rollback -- --env ${name} --to ${revision}`];
  return [`git restore --source ${revision} -- gitops.yaml && npm run generate`];
}
