import { EXIT } from "../errors.ts";
import { type Asker, terminalAsker, untilCancelled } from "./ask.ts";
import type { Output } from "./output.ts";
import type { PromoteOptions } from "./promote.ts";
import { askPromotion } from "./promote-ask.ts";
import { readGround } from "./promote-plan.ts";
import { preparePromotion } from "./promote-prepare.ts";
import { reportNothing, reportPromotions } from "./promote-report.ts";
import { sendPromotions } from "./promote-send.ts";
import { draftText } from "./proposals/report-sent.ts";
import { exitCodeOf } from "./proposals/send.ts";
import { openTarget } from "./proposals/target.ts";
import { reportFindings } from "./report-findings.ts";

/** The same as with options, for a person who is asked for them; what would be sent is shown before it is. */
export function promoteByDialogue(options: PromoteOptions, out: Output, asker = terminalAsker()): Promise<number> {
  return untilCancelled(() => dialogue(options, out, asker));
}

async function dialogue(options: PromoteOptions, out: Output, asker: Asker): Promise<number> {
  // Without credentials a person can still make a branch.
  const target = await openTarget({ ...options, dryRun: true }, out);
  const ground = await readGround(target.tree);
  const promotion = await askPromotion(ground, options.only ?? [], asker);
  const { findings, isNothing, ready } = await preparePromotion({ ...options, target, ground }, promotion, out);
  if (isNothing) return reportNothing(promotion, out);
  if (ready === undefined) return reportFindings(findings, "Nothing was proposed.", out);
  asker.tell(draftText(ready.draft));
  const where = target.kind === "github" ? "Open this pull request?" : "Make this branch in the clone?";
  if (options.dryRun === true || !(await asker.agree(where))) return EXIT.done;
  const sent = await sendPromotions(target, [ready], options, out);
  reportPromotions({ sent, findings }, out);
  return exitCodeOf(sent);
}
