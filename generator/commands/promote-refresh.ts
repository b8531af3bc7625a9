import { EXIT, type Finding } from "../errors.ts";
import type { Output } from "./output.ts";
import type { PromoteOptions } from "./promote.ts";
import { type Ended, endOthers } from "./promote-end.ts";
import { type LookedAt, lookAtAll } from "./promote-look.ts";
import { openPromotions } from "./promote-open.ts";
import { readGround } from "./promote-plan.ts";
import { type Failed, reportPromotions } from "./promote-report.ts";
import { sendPromotions } from "./promote-send.ts";
import { codeOfAll, codesOf } from "./proposals/send.ts";
import { openGitHubTarget } from "./proposals/target.ts";
import { badOption } from "./propose-edits.ts";
import { reportFindings } from "./report-findings.ts";

/**
 * Makes every open promotion anew, on what the branch holds by now and with the gates as they stand by now, and removes branches of
 * ours that are done with. A second run reads only. What a person has committed to a promotion stays; its gates are told all the same.
 */
export async function refreshPromotions(options: PromoteOptions, out: Output): Promise<number> {
  requireAlone(options);
  const target = await openGitHubTarget(options.directory, out);
  const ground = await readGround(target.tree);
  const looked = await lookAtAll(await openPromotions(target), { target, ground, directory: options.directory, out });
  const drafts = looked.flatMap(({ verdict }) => (verdict.kind === "anew" ? [verdict.draft] : []));
  const sent = await sendPromotions(target, drafts, options, out);
  const ended = options.dryRun === true ? UNTOUCHED : await endOthers(target, ground, looked);
  for (const one of looked) tellRefused(one, out);
  const failures = [...looked.flatMap(failureOf), ...ended.failures];
  reportPromotions({ sent, findings: looked.flatMap(findingsOf), failures, cleanedUp: ended.cleanedUp }, out);
  // Where a person has committed, there is nothing that a refresh should have done.
  const codes = codesOf(sent.filter(({ outcome }) => outcome !== "left-alone"));
  return codeOfAll([...codes, ...looked.flatMap(ownCode), ...failures.map(({ failure }) => failure.exitCode)]);
}

const UNTOUCHED: Ended = { failures: [], cleanedUp: undefined };

function requireAlone({ from, to, only = [] }: PromoteOptions): void {
  if (from === undefined && to === undefined && only.length === 0) return;
  throw badOption("--refresh is about every open promotion.", "Leave --from, --to and --only away.");
}

function failureOf({ pullRequest: { branch }, verdict }: LookedAt): readonly Failed[] {
  return verdict.kind === "failed" ? [{ branch, failure: verdict.failure }] : [];
}

function findingsOf({ verdict }: LookedAt): readonly Finding[] {
  return "findings" in verdict ? verdict.findings : [];
}

/** Of what is neither sent nor failed. */
function ownCode({ verdict: { kind } }: LookedAt): readonly number[] {
  if (kind === "refused") return [EXIT.input];
  return kind === "stale" ? [EXIT.done] : [];
}

/** A program finds them in the one document. */
function tellRefused({ pullRequest, verdict }: LookedAt, out: Output): void {
  if (out.json || verdict.kind !== "refused") return;
  reportFindings(verdict.findings, `Pull request ${pullRequest.number} was left as it is.`, out);
}
