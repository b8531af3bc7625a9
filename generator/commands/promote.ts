import { isTerminal, type Output } from "./output.ts";
import { readGround } from "./promote-plan.ts";
import { preparePromotion } from "./promote-prepare.ts";
import { refreshPromotions } from "./promote-refresh.ts";
import { reportNothing, reportPromotions } from "./promote-report.ts";
import { type PromotionRequest, requestedPromotion, requirePromoting, requireRequest } from "./promote-request.ts";
import { sendPromotions } from "./promote-send.ts";
import { exitCodeOf } from "./proposals/send.ts";
import { openTarget, type TargetOptions } from "./proposals/target.ts";
import { reportFindings } from "./report-findings.ts";

export interface PromoteOptions extends PromotionRequest, TargetOptions {
  /** Looks at every open promotion again, instead of making one. */
  readonly refresh?: boolean;
}

/**
 * Opens or updates the one pull request that brings to an environment what runs in the environment before it, and says on it how the
 * gates stand. On a terminal, a person who names no environment is asked.
 */
export async function promote(options: PromoteOptions, out: Output): Promise<number> {
  if (options.refresh === true) return refreshPromotions(options, out);
  requirePromoting(options.only ?? []);
  if (isSilent(options) && isTerminal(out)) return (await import("./promote-dialogue.ts")).promoteByDialogue(options, out);
  requireRequest(options);
  const target = await openTarget(options, out);
  const ground = await readGround(target.tree);
  const promotion = requestedPromotion(options, ground.order);
  const { findings, isNothing, ready } = await preparePromotion({ ...options, target, ground }, promotion, out);
  if (isNothing) return reportNothing(promotion, out);
  if (ready === undefined) return reportFindings(findings, "Nothing was proposed.", out);
  const sent = await sendPromotions(target, [ready], options, out);
  reportPromotions({ sent, findings }, out);
  return exitCodeOf(sent);
}

function isSilent({ from, to }: PromotionRequest): boolean {
  return from === undefined && to === undefined;
}
