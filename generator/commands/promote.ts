import { factsFrom } from "./gates/gather.ts";
import { judgeGates } from "./gates/judge.ts";
import type { Output } from "./output.ts";
import { promotionDraft } from "./promote-draft.ts";
import { gateQuestion, planPromotion, readGround } from "./promote-plan.ts";
import { refreshPromotions } from "./promote-refresh.ts";
import { reportNothing, reportPromotions } from "./promote-report.ts";
import { type PromotionRequest, requestedPromotion } from "./promote-request.ts";
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
 * gates stand.
 */
export async function promote(options: PromoteOptions, out: Output): Promise<number> {
  if (options.refresh === true) return refreshPromotions(options, out);
  const target = await openTarget(options, out);
  const ground = await readGround(target.tree);
  const promotion = requestedPromotion(options, ground.order);
  const { proposal, findings, isNothing } = await planPromotion(ground, promotion, out);
  if (isNothing) return reportNothing(promotion, out);
  if (proposal === undefined) return reportFindings(findings, "Nothing was proposed.", out);
  const facts = await factsFrom(target, { directory: options.directory, out })(gateQuestion(ground, promotion));
  const gates = judgeGates(facts, new Date());
  const draft = promotionDraft({ promotion, proposal, findings, gates, expectedHead: undefined });
  const sent = await sendPromotions(target, [draft], options, out);
  reportPromotions({ sent, findings }, out);
  return exitCodeOf(sent);
}
