import { EXIT, type Finding } from "../errors.ts";
import { type CleanedUp, cleanUp } from "../github/clean-up.ts";
import type { GitHub } from "../github/client.ts";
import { readOneCommit } from "../github/commit.ts";
import { type PullRequest, pullRequests } from "../github/pull-requests.ts";
import { factsFrom } from "./gates/gather.ts";
import { judgeGates } from "./gates/judge.ts";
import type { Output } from "./output.ts";
import type { PromoteOptions } from "./promote.ts";
import { type PromotionDraft, promotionDraft } from "./promote-draft.ts";
import { promotionOf } from "./promote-message.ts";
import { type Ground, gateQuestion, planPromotion, readGround } from "./promote-plan.ts";
import { reportPromotions } from "./promote-report.ts";
import type { Promotion } from "./promote-request.ts";
import { sendPromotions } from "./promote-send.ts";
import { BRANCH_PREFIX } from "./proposals/intent.ts";
import { exitCodeOf } from "./proposals/send.ts";
import { openTarget, type Target } from "./proposals/target.ts";
import { badOption } from "./propose-edits.ts";
import { reportFindings } from "./report-findings.ts";

/**
 * Makes every open promotion anew, on what the branch holds by now and with the gates as they stand by now, and removes branches of
 * ours that are done with. A second run reads only. What a person has committed to a promotion stays; its gates are told all the same.
 */
export async function refreshPromotions(options: PromoteOptions, out: Output): Promise<number> {
  requireAlone(options);
  const target = await openTarget(options, out);
  if (target.kind === "local")
    throw badOption("--refresh is about pull requests on GitHub.", "Run it with a token, and without --local.");
  const ground = await readGround(target.tree);
  const open = await openPromotions(target.github, ground);
  const looked = await lookAt(open, { target, ground, options, out });
  for (const one of looked.filter(isRefused)) tellRefused(one, out);
  const drafts = looked.flatMap(({ draft }) => draft ?? []);
  const sent = await sendPromotions(target, drafts, options, out);
  const stale = looked.filter(({ isStale }) => isStale);
  const cleanedUp = options.dryRun === true ? undefined : await tidy(target.github, stale);
  reportPromotions({ sent, findings: looked.flatMap(({ findings }) => findings), cleanedUp }, out);
  return exitCode(looked, exitCodeOf(sent.filter(({ outcome }) => outcome !== "left-alone")));
}

function requireAlone({ from, to, only = [] }: PromoteOptions): void {
  if (from === undefined && to === undefined && only.length === 0) return;
  throw badOption("--refresh is about every open promotion.", "Leave --from, --to and --only away.");
}

interface OpenPromotion {
  readonly pullRequest: PullRequest;
  /** Undefined where the order of environments has no such step any more. */
  readonly promotion: Promotion | undefined;
}

async function openPromotions(github: GitHub, { order }: Ground): Promise<OpenPromotion[]> {
  const promotions: OpenPromotion[] = [];
  for (const pullRequest of await pullRequests(github, { state: "open", branchPrefix: BRANCH_PREFIX })) {
    const to = environmentOf(pullRequest);
    if (to === undefined) continue;
    const from = order[order.indexOf(to) - 1];
    const { message } = await readOneCommit(github, pullRequest.head);
    // A person's commit on top says nothing, and then nothing is written over it either.
    const said = promotionOf(message) ?? { from, only: [] };
    promotions.push({
      pullRequest,
      promotion: from !== undefined && said.from === from ? { from, to, only: said.only } : undefined,
    });
  }
  return promotions;
}

/** Where one was closed, the next one's branch ends with a number. */
function environmentOf({ branch }: PullRequest): string | undefined {
  return /^(.+?)--promote(?:--\d+)?$/.exec(branch.slice(BRANCH_PREFIX.length))?.[1];
}

interface Work {
  readonly target: Target;
  readonly ground: Ground;
  readonly options: PromoteOptions;
  readonly out: Output;
}

/** What is to become of one: a draft, its end, or neither where something stands against it. */
interface LookedAt {
  readonly number: number;
  readonly draft: PromotionDraft | undefined;
  readonly isStale: boolean;
  readonly findings: readonly Finding[];
}

async function lookAt(open: readonly OpenPromotion[], { target, ground, options, out }: Work): Promise<LookedAt[]> {
  const factsOf = factsFrom(target, { directory: options.directory, out });
  const looked: LookedAt[] = [];
  for (const { pullRequest, promotion } of open) {
    const { number } = pullRequest;
    const planned = promotion && (await planPromotion(ground, promotion, out));
    const isStale = planned === undefined || planned.isNothing;
    const { findings = [], proposal } = planned ?? {};
    if (promotion === undefined || proposal === undefined) {
      looked.push({ number, draft: undefined, isStale, findings });
      continue;
    }
    const gates = judgeGates(await factsOf(gateQuestion(ground, promotion)), new Date());
    looked.push({
      number,
      draft: promotionDraft({ promotion, proposal, findings, gates, expectedHead: pullRequest.head }),
      isStale,
      findings,
    });
  }
  return looked;
}

function isRefused({ draft, isStale }: LookedAt): boolean {
  return draft === undefined && !isStale;
}

/** A program finds them in the one document. */
function tellRefused({ number, findings }: LookedAt, out: Output): void {
  if (!out.json) reportFindings(findings, `Pull request ${number} was left as it is.`, out);
}

function tidy(github: GitHub, stale: readonly LookedAt[]): Promise<CleanedUp> {
  const numbers = new Set(stale.map(({ number }) => number));
  return cleanUp(github, { branchPrefix: BRANCH_PREFIX, isStale: ({ number }) => numbers.has(number) });
}

function exitCode(looked: readonly LookedAt[], code: number): number {
  if (!looked.some(isRefused)) return code;
  return looked.every(({ draft }) => draft === undefined) ? EXIT.input : EXIT.partial;
}
