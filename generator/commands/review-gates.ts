import type { GitHub } from "../github/client.ts";
import { postStatuses, type Status } from "../github/statuses.ts";
import { judgeGates } from "./gates/judge.ts";
import { gateStatuses } from "./gates/statuses.ts";
import { BRANCH_PREFIX } from "./proposals/intent.ts";

/** Where a pull request comes from. */
export interface ReviewedHead {
  readonly branch: string;
  readonly commit: string;
}

/**
 * Reports the gates of promotions as passed for any other pull request: branch protection that asks for them waits in every pull
 * request until they come.
 */
export async function passGates(github: GitHub, { branch, commit }: ReviewedHead): Promise<void> {
  if (!isPromotion(branch)) await postStatuses(github, commit, NO_PROMOTION);
}

/** A second one ends with a number. */
function isPromotion(branch: string): boolean {
  return branch.startsWith(BRANCH_PREFIX) && /--promote(?:--\d+)?$/.test(branch);
}

/** Gates of a promotion that asks for nothing, from nowhere to nowhere: only their names count. */
const NO_PROMOTION: readonly Status[] = gateStatuses(
  judgeGates(
    {
      from: "",
      to: "",
      asked: { health: "none", soakSeconds: 0, checks: [] },
      isReporting: false,
      github: { reports: [], checked: undefined, checks: new Map(), rollbacks: [] },
    },
    new Date(0),
  ),
).map(({ context }) => ({ context, state: "success", description: "This pull request is no promotion." }));
