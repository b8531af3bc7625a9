import type { GitHub } from "../github/client.ts";
import { readOneCommit } from "../github/commit.ts";
import { type PullRequest, pullRequests } from "../github/pull-requests.ts";
import type { GitHubTarget } from "./gates/reports.ts";
import { promotionOf } from "./promote-message.ts";
import type { Promotion } from "./promote-request.ts";
import { promotedTo } from "./promotion-branch.ts";
import { BRANCH_PREFIX } from "./proposals/intent.ts";

/** An open pull request that promotes into an environment of the branch that Argo CD follows. */
export interface OpenPromotion {
  readonly pullRequest: PullRequest;
  readonly to: string;
}

export async function openPromotions({ github, base }: GitHubTarget): Promise<readonly OpenPromotion[]> {
  const open = await pullRequests(github, { state: "open", branchPrefix: BRANCH_PREFIX, base: base.name });
  return open.flatMap((pullRequest) => {
    const to = promotedTo(pullRequest.branch);
    return to === undefined ? [] : [{ pullRequest, to }];
  });
}

/** What it carries, as its commit says; undefined where the order of environments has no such step any more. */
export async function promotionIn(
  github: GitHub,
  { pullRequest, to }: OpenPromotion,
  order: readonly string[],
): Promise<Promotion | undefined> {
  const from = order[order.indexOf(to) - 1];
  const { message } = await readOneCommit(github, pullRequest.head);
  // A person's commit on top says nothing, and then nothing is written over it either.
  const said = promotionOf(message) ?? { from, only: [] };
  return from !== undefined && said.from === from ? { from, to, only: said.only } : undefined;
}
