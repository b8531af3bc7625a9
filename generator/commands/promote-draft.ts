import type { GateValues } from "../documents/pull-request-values.ts";
import { shellWords } from "../documents/shell-words.ts";
import type { Finding } from "../errors.ts";
import type { PullRequestDraft } from "../github/publish.ts";
import { arePassed } from "./gates/statuses.ts";
import { withPromotion } from "./promote-message.ts";
import type { Promotion } from "./promote-request.ts";
import { draftOf } from "./proposals/draft.ts";
import type { Proposal } from "./proposals/proposal.ts";
import { undoOf } from "./proposals/undo.ts";

/** A promotion that is ready to be sent. */
export interface PromotionDraft {
  readonly draft: PullRequestDraft;
  readonly gates: readonly GateValues[];
  /** How it merges by itself once every gate is passed. */
  readonly autoMerge: PullRequestDraft["autoMerge"];
}

interface Made {
  readonly promotion: Promotion;
  readonly proposal: Proposal;
  readonly findings: readonly Finding[];
  readonly gates: readonly GateValues[];
  /** Where an open pull request is looked at again, the commit that it had then. */
  readonly expectedHead: string | undefined;
}

/**
 * The one pull request of its environment: a newer promotion changes it. It never merges by itself from the start, because a gate
 * may wait that the branch does not wait for.
 */
export function promotionDraft({ promotion, proposal, findings, gates, expectedHead }: Made): PromotionDraft {
  const { from, to, only } = promotion;
  const options = [...Object.entries({ from, to }), ...only.map((field) => ["only", field] as const)];
  const draft = draftOf(
    proposal,
    {
      kind: "promote",
      source: from,
      slug: "promote",
      gates,
      undo: undoOf(proposal),
      command: `npm run promote -- ${shellWords(options.flatMap(([name, value]) => [`--${name}`, value]))}`,
      notes: [],
    },
    findings,
  );
  const commitMessage = withPromotion(draft.commitMessage, promotion);
  const { autoMerge } = draft;
  const stopsMerging = autoMerge !== "off" && !arePassed(gates);
  return { draft: { ...draft, commitMessage, autoMerge: "off", stopsMerging, expectedHead }, gates, autoMerge };
}
