import type { GateValues } from "../documents/pull-request-values.ts";
import { type Finding, GeneratorError } from "../errors.ts";
import { endsAll } from "../github/failure.ts";
import { factsFrom } from "./gates/gather.ts";
import { judgeGates } from "./gates/judge.ts";
import type { GitHubTarget } from "./gates/reports.ts";
import type { Output } from "./output.ts";
import { type PromotionDraft, promotionDraft } from "./promote-draft.ts";
import { type OpenPromotion, promotionIn } from "./promote-open.ts";
import { type Ground, gateQuestion, planPromotion } from "./promote-plan.ts";

/** What is to become of an open promotion. */
export type Verdict =
  | { readonly kind: "anew"; readonly draft: PromotionDraft; readonly findings: readonly Finding[] }
  /** It has nothing left to carry, or its step is gone. */
  | { readonly kind: "stale" }
  /** The branch would no longer take it, for what the findings say. */
  | { readonly kind: "refused"; readonly gates: readonly GateValues[]; readonly findings: readonly Finding[] }
  | { readonly kind: "failed"; readonly failure: GeneratorError };

export interface LookedAt extends OpenPromotion {
  readonly verdict: Verdict;
}

export interface Work {
  readonly target: GitHubTarget;
  readonly ground: Ground;
  readonly directory: string;
  readonly out: Output;
}

/** Looks at each by itself: one that cannot be looked at keeps none of the others, unless GitHub answers nobody any more. */
export async function lookAtAll(open: readonly OpenPromotion[], work: Work): Promise<readonly LookedAt[]> {
  const factsOf = factsFrom(work.target, work);
  const looked: LookedAt[] = [];
  let stop: GeneratorError | undefined;
  for (const one of open) {
    const verdict: Verdict = stop === undefined ? await settled(() => verdictOf(one, work, factsOf)) : failed(stop);
    if (verdict.kind === "failed" && endsAll(verdict.failure)) stop = verdict.failure;
    looked.push({ ...one, verdict });
  }
  return looked;
}

async function settled(look: () => Promise<Verdict>): Promise<Verdict> {
  try {
    return await look();
  } catch (failure) {
    if (!(failure instanceof GeneratorError)) throw failure;
    return failed(failure);
  }
}

function failed(failure: GeneratorError): Verdict {
  return { kind: "failed", failure };
}

async function verdictOf(
  one: OpenPromotion,
  { target, ground, out }: Work,
  factsOf: ReturnType<typeof factsFrom>,
): Promise<Verdict> {
  const promotion = await promotionIn(target.github, one, ground.order);
  if (promotion === undefined) return { kind: "stale" };
  const { isNothing, findings, proposal } = await planPromotion(ground, promotion, out);
  if (isNothing) return { kind: "stale" };
  const gates = judgeGates(await factsOf(gateQuestion(ground, promotion)), new Date());
  if (proposal === undefined) return { kind: "refused", gates, findings };
  const draft = promotionDraft({ promotion, proposal, findings, gates, expectedHead: one.pullRequest.head });
  return { kind: "anew", draft, findings };
}
