import type { PullRequestValues } from "../../documents/pull-request.ts";

/** Why a change is proposed, as far as its pull request tells. */
export interface Intent extends Pick<PullRequestValues, "kind" | "source" | "gates" | "undo" | "command"> {
  /** The end of the branch's name, the same for the same intent: `promote`. */
  readonly slug: string;
  /** What a reviewer should know besides the findings. */
  readonly notes: readonly string[];
}

/** No name of a branch can be the beginning of another one's path, so `--` parts them (Git keeps `a` and `a/b` apart only so). */
export const BRANCH_PREFIX = "milvus-gitops--";

export function branchName(proposal: string, slug: string): string {
  return `${BRANCH_PREFIX}${proposal}--${slug}`;
}
