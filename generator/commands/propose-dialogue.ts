import { EXIT } from "../errors.ts";
import { type Asker, terminalAsker, untilCancelled } from "./ask.ts";
import type { Output } from "./output.ts";
import { draftText, reportSent } from "./proposals/report-sent.ts";
import { sayNothing } from "./proposals/say-nothing.ts";
import { exitCodeOf, send } from "./proposals/send.ts";
import { openTarget } from "./proposals/target.ts";
import { treeSources } from "./proposals/tree-sources.ts";
import { draftsOf, type ProposeOptions } from "./propose.ts";
import { askRequest } from "./propose-ask.ts";
import { reportFindings } from "./report-findings.ts";

/** The same as with options, for a person who is asked for them; what would be sent is shown before it is. */
export function proposeByDialogue(options: ProposeOptions, out: Output, asker = terminalAsker()): Promise<number> {
  return untilCancelled(() => dialogue(options, out, asker));
}

async function dialogue(options: ProposeOptions, out: Output, asker: Asker): Promise<number> {
  // Without credentials a person can still make a branch.
  const target = await openTarget({ ...options, dryRun: true }, out);
  const request = await askRequest(await treeSources(target.tree), asker);
  const { findings, drafts } = await draftsOf(target, request, out);
  if (drafts === undefined) return reportFindings(findings, "Nothing was proposed.", out);
  if (drafts.length === 0) return sayNothing(target, out);
  asker.tell(drafts.map(draftText).join("\n"));
  const where = target.kind === "github" ? "Open this pull request?" : "Make this branch in the clone?";
  if (options.dryRun === true || !(await asker.agree(where))) return EXIT.done;
  const sent = await send(target, drafts, options, out);
  reportSent(sent, findings, out);
  return exitCodeOf(sent);
}
