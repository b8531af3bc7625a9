import type { Finding } from "../errors.ts";
import { factsFrom } from "./gates/gather.ts";
import { judgeGates } from "./gates/judge.ts";
import type { Output } from "./output.ts";
import { type PromotionDraft, promotionDraft } from "./promote-draft.ts";
import { type Ground, gateQuestion, planPromotion } from "./promote-plan.ts";
import type { Promotion } from "./promote-request.ts";
import type { Target } from "./proposals/target.ts";

/** A promotion up to where it is sent: nothing where the branch has it, no draft where something stands against it. */
export interface PreparedPromotion {
  readonly findings: readonly Finding[];
  readonly isNothing: boolean;
  readonly ready: PromotionDraft | undefined;
}

interface Place {
  readonly directory: string;
  readonly target: Target;
  readonly ground: Ground;
}

/** Plans a promotion and asks how its gates stand by now. */
export async function preparePromotion(
  { directory, target, ground }: Place,
  promotion: Promotion,
  out: Pick<Output, "progress">,
): Promise<PreparedPromotion> {
  const { proposal, findings, isNothing } = await planPromotion(ground, promotion, out);
  if (proposal === undefined) return { findings, isNothing, ready: undefined };
  const facts = await factsFrom(target, { directory, out })(gateQuestion(ground, promotion));
  const gates = judgeGates(facts, new Date());
  return { findings, isNothing, ready: promotionDraft({ promotion, proposal, findings, gates, expectedHead: undefined }) };
}
