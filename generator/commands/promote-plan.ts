import { type Config, type EnvironmentConfig, loadConfig } from "../config/index.ts";
import { promotionEdits } from "../config/promotion.ts";
import type { Sources } from "../config/sources.ts";
import { renderFindings } from "../documents/findings.ts";
import type { Finding } from "../errors.ts";
import { resolveGates } from "../model/resolve/gates.ts";
import type { Side } from "./diff-sides.ts";
import type { Question } from "./gates/gather.ts";
import type { Output } from "./output.ts";
import type { Promotion } from "./promote-request.ts";
import { planProposals } from "./proposals/plan-proposals.ts";
import type { Proposal } from "./proposals/proposal.ts";
import { staleError } from "./proposals/stale.ts";
import { treeSources } from "./proposals/tree-sources.ts";
import { editFiles, requestedFiles } from "./propose-edits.ts";

/** The branch that a promotion starts from, read. */
export interface Ground {
  readonly tree: Side;
  readonly sources: Sources;
  readonly config: Config;
  readonly order: readonly string[];
}

/** Nothing can be promoted on a branch whose descriptions are wrong: throws E_STALE. */
export async function readGround(tree: Side): Promise<Ground> {
  const sources = await treeSources(tree);
  const { config, findings } = loadConfig(sources);
  const isBroken = findings.some(({ severity }) => severity === "error");
  if (config === undefined || isBroken) throw staleError(tree.title, renderFindings(findings, { closing: "" }));
  return { tree, sources, config, order: config.platform.promotion ?? [] };
}

/** What a promotion comes to: nothing where the branch has it, no proposal where something stands against it. */
export interface PlannedPromotion {
  readonly findings: readonly Finding[];
  readonly isNothing: boolean;
  readonly proposal: Proposal | undefined;
}

export async function planPromotion(
  ground: Ground,
  { from, to, only }: Promotion,
  out: Pick<Output, "progress">,
): Promise<PlannedPromotion> {
  const edits = promotionEdits(environmentOf(ground, from), environmentOf(ground, to), only);
  const { written, findings } = editFiles(requestedFiles({ env: [to] }, ground.sources), edits);
  if (findings.length > 0) return { findings, isNothing: false, proposal: undefined };
  if (written.size === 0) return { findings, isNothing: true, proposal: undefined };
  const planned = await planProposals(ground.tree, written, out);
  return { findings: planned.findings, isNothing: false, proposal: planned.proposals?.[0] };
}

/** What the gates of a promotion are asked with. */
export function gateQuestion(ground: Ground, { from, to }: Promotion): Question {
  const asked = resolveGates(environmentOf(ground, to).settings.gates ?? {});
  return { from, to, asked, isReporting: ground.config.platform.notifications?.github === "on" };
}

/** The order names only environments that there are. */
export function environmentOf({ config }: Ground, wanted: string): EnvironmentConfig {
  const found = config.environments.find(({ name }) => name === wanted);
  if (found === undefined) throw new Error(`there is no environment ${wanted}`);
  return found;
}
