import { EXIT, type Finding, type GeneratorError } from "../errors.ts";
import type { CleanedUp } from "../github/clean-up.ts";
import type { Output } from "./output.ts";
import type { Promotion } from "./promote-request.ts";
import type { SentPromotion } from "./promote-send.ts";
import { reportSent, sentJson } from "./proposals/report-sent.ts";

/** What went wrong with a branch. */
export interface Failed {
  readonly branch: string;
  readonly failure: GeneratorError;
}

interface Report {
  readonly sent: readonly SentPromotion[];
  readonly findings: readonly Finding[];
  /** Of a refresh: what it could not look at, or not end. */
  readonly failures?: readonly Failed[];
  /** Of a refresh: which branches and pull requests are gone. */
  readonly cleanedUp?: CleanedUp | undefined;
}

/** Says what became of each promotion and how its gates stand. */
export function reportPromotions(report: Report, out: Output): void {
  if (out.json) out.print(`${JSON.stringify(reportJson(report), null, 2)}\n`);
  else reportText(report, out);
}

function reportText({ sent, failures = [], cleanedUp }: Report, out: Output): void {
  for (const one of sent) reportOne(one, out);
  for (const one of failures) out.complain(failedText(one));
  if (cleanedUp !== undefined) out.print(cleanedUpText(cleanedUp));
}

function reportJson({ sent, findings, failures, cleanedUp }: Report) {
  const { deleted, closed, kept } = cleanedUp ?? {};
  return {
    findings,
    pullRequests: sent.map((one) => ({ ...sentJson(one), gates: one.gates })),
    failures: failures?.map(({ branch, failure: { code, message, remedy } }) => ({ branch, code, message, remedy })),
    cleanedUp: cleanedUp && { deleted, closed, kept },
  };
}

function failedText({ branch, failure: { code, message, remedy } }: Failed): string {
  return `${branch} was left as it is.\n  ${message}\n  ${remedy} (${code})\n`;
}

function reportOne(one: SentPromotion, out: Output): void {
  reportSent([one], [], out);
  // The text of what is not sent has them.
  if (one.outcome !== "printed") out.print(gatesText(one));
}

/** There is nothing that the one has and the other has not. */
export function reportNothing({ from, to, only }: Promotion, out: Output): number {
  const what = only.length === 0 ? "all that promotes" : only.join(", ");
  if (out.json) out.print(`${JSON.stringify({ findings: [], pullRequests: [] }, null, 2)}\n`);
  else out.print(`Nothing to promote: ${to} has ${what} as ${from} has it.\n`);
  return EXIT.done;
}

function gatesText({ gates }: SentPromotion): string {
  return gates.map(({ name, state, text }) => `  ${name.padEnd(9)}${state.padEnd(8)}${text}\n`).join("");
}

function cleanedUpText({ deleted, closed, kept }: CleanedUp): string {
  const lines = [
    ["Closed, as there is nothing left to promote", closed.map((number) => `#${number}`)],
    ["Deleted branches of what is merged or closed", deleted],
    ["Kept, because a person has committed to them or GitHub keeps them", kept],
  ] as const;
  return lines.map(([words, things]) => (things.length === 0 ? "" : `${words}: ${things.join(", ")}\n`)).join("");
}
