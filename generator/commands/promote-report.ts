import { EXIT, type Finding } from "../errors.ts";
import type { CleanedUp } from "../github/clean-up.ts";
import type { Output } from "./output.ts";
import type { Promotion } from "./promote-request.ts";
import type { SentPromotion } from "./promote-send.ts";
import { reportSent, sentJson } from "./proposals/report-sent.ts";

interface Report {
  readonly sent: readonly SentPromotion[];
  readonly findings: readonly Finding[];
  /** Of a refresh: which branches and pull requests are gone. */
  readonly cleanedUp?: CleanedUp | undefined;
}

/** Says what became of each promotion and how its gates stand. */
export function reportPromotions({ sent, findings, cleanedUp }: Report, out: Output): void {
  if (out.json) {
    const pullRequests = sent.map((one) => ({ ...sentJson(one), gates: one.gates }));
    out.print(`${JSON.stringify({ findings, pullRequests, cleanedUp }, null, 2)}\n`);
  } else {
    for (const one of sent) reportOne(one, out);
    if (cleanedUp !== undefined) out.print(cleanedUpText(cleanedUp));
  }
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
