import type { GateValues } from "../documents/pull-request-values.ts";
import { GeneratorError } from "../errors.ts";
import { bringAutoMerge } from "../github/auto-merge.ts";
import type { GitHub } from "../github/client.ts";
import { postStatuses } from "../github/statuses.ts";
import { arePassed, gateStatuses } from "./gates/statuses.ts";
import type { Output } from "./output.ts";
import type { PromotionDraft } from "./promote-draft.ts";
import { type SendOptions, type Sent, send } from "./proposals/send.ts";
import type { Target } from "./proposals/target.ts";

/** What became of a promotion, with its gates. */
export interface SentPromotion extends Sent {
  readonly gates: readonly GateValues[];
}

/** Publishes promotions, and their gates as statuses of what they end with. */
export async function sendPromotions(
  target: Target,
  promotions: readonly PromotionDraft[],
  options: SendOptions,
  out: Pick<Output, "progress">,
): Promise<readonly SentPromotion[]> {
  const drafts = promotions.map(({ draft }) => draft);
  const results = await send(target, drafts, options, out);
  const sent: SentPromotion[] = [];
  for (const [index, promotion] of promotions.entries()) {
    const result = results[index];
    if (result === undefined) throw new Error(`${promotion.draft.branch} has no result`);
    const told = target.kind === "github" ? await tell(target.github, result, promotion) : result;
    sent.push({ ...told, gates: promotion.gates });
  }
  return sent;
}

/** A dry run and a failure have no commit to tell of. */
async function tell(github: GitHub, sent: Sent, promotion: PromotionDraft): Promise<Sent> {
  const { head, number } = sent;
  if (head === undefined || number === undefined) return sent;
  try {
    const warnings = await tellGates(github, { head, number, isOurs: sent.outcome !== "left-alone" }, promotion);
    return { ...sent, warnings: [...sent.warnings, ...warnings] };
  } catch (failure) {
    if (!(failure instanceof GeneratorError)) throw failure;
    return { ...sent, outcome: "failed", failure };
  }
}

/** The pull request whose gates are told. */
interface Told {
  readonly head: string;
  readonly number: number;
  /** Whether it ends with what was proposed, and not with a person's commit. */
  readonly isOurs: boolean;
}

/**
 * Merging by itself stops at every run while a gate is closed, before anything moves (`stopsMerging` of the draft), and here where a person
 * has committed. It starts only when the gates have just opened, and after the statuses: whoever switched it off since meant it.
 */
export async function tellGates(
  github: GitHub,
  { head, number, isOurs }: Told,
  { gates, autoMerge }: Pick<PromotionDraft, "gates" | "autoMerge">,
): Promise<readonly string[]> {
  const warnings = autoMerge === "off" || isOurs ? [] : await bringAutoMerge(github, number, "off");
  const written = await postStatuses(github, head, gateStatuses(gates));
  const isOpening = isOurs && arePassed(gates) && written > 0;
  return autoMerge === "off" || !isOpening ? warnings : bringAutoMerge(github, number, autoMerge);
}
