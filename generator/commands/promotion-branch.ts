import { BRANCH_PREFIX } from "./proposals/intent.ts";

/** The environment that a branch of ours promotes into. Where one pull request was closed, the next one's branch ends with a number. */
export function promotedTo(branch: string): string | undefined {
  if (!branch.startsWith(BRANCH_PREFIX)) return undefined;
  return /^(.+?)--promote(?:--\d+)?$/.exec(branch.slice(BRANCH_PREFIX.length))?.[1];
}
