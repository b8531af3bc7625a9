import type { GitHub } from "../github/client.ts";
import type { Pull } from "../github/pull.ts";
import { type PullRequest, pullRequests } from "../github/pull-requests.ts";
import { postStatuses } from "../github/statuses.ts";
import { everyGate } from "./gates/every-gate.ts";
import { gateStatuses } from "./gates/statuses.ts";
import { promotedTo } from "./promotion-branch.ts";
import { BRANCH_PREFIX } from "./proposals/intent.ts";

/** A pull request, its newest commit as it is known here, and the branch that promotions go to. */
export interface Reviewed {
  readonly pull: Pull;
  readonly head: string;
  readonly base: string;
}

/** The gates of what promotes nothing. Branch protection that asks for them waits in every pull request until they come. */
export const NO_PROMOTION = gateStatuses(everyGate("passed", "This pull request is no promotion."));

/**
 * Reports the gates as passed for what is no promotion. Gives the promotion whose gates count instead: a status belongs to a commit and not
 * to a pull request, so that of one commit in both the gates of the promotion have to stay.
 */
export async function passGates(github: GitHub, reviewed: Reviewed): Promise<PullRequest | undefined> {
  const promotion = await promotionWith(github, reviewed);
  if (promotion === undefined) await postStatuses(github, reviewed.head, NO_PROMOTION);
  return promotion;
}

/** The open promotion that ends with this commit: the pull request itself, or another one. */
export async function promotionWith(github: GitHub, { pull, head, base }: Reviewed): Promise<PullRequest | undefined> {
  if (!pull.isFork && isPromotion(pull, base)) return pull;
  const open = await pullRequests(github, { state: "open", branchPrefix: BRANCH_PREFIX, base });
  return open.find((other) => other.head === head && isPromotion(other, base));
}

function isPromotion(pull: PullRequest, base: string): boolean {
  return pull.base === base && promotedTo(pull.branch) !== undefined;
}
