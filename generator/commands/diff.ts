import type { Risk } from "../changes/index.ts";
import { RISKS } from "../changes/index.ts";
import { EXIT, type Finding } from "../errors.ts";
import { readSources } from "../system/repository.ts";
import { type Comparison, compareSides } from "./diff-compare.ts";
import { endSide, startSide } from "./diff-ends.ts";
import { reportDiff } from "./diff-report.ts";
import { plannedSide, type Side } from "./diff-sides.ts";
import type { Output } from "./output.ts";
import { planRepository } from "./plan.ts";
import { reportFindings } from "./report-findings.ts";

export interface DiffOptions {
  readonly directory: string;
  /** `HEAD` where nothing is said. */
  readonly from?: string;
  /** What would be generated now where nothing is said. */
  readonly to?: string;
  readonly env?: string;
  readonly markdown?: boolean;
  readonly failOn?: Risk;
}

/** Says what changes in the clusters, object by object, and what that risks. Differences alone are no failure. */
export async function diff(options: DiffOptions, out: Output): Promise<number> {
  const { directory, from = "HEAD" } = options;
  const before = await startSide(directory, { ref: from, title: from }, out);
  const { side: after, findings } = await afterSide(options, before);
  if (after === undefined) return reportFindings(findings, "Nothing was compared.", out);
  reportFindings(findings, "The trees were compared all the same.", out);
  const comparison = await compareSides({ before, after }, options.env, out);
  await reportDiff(comparison, { findings, markdown: options.markdown === true }, out);
  return failsOn(comparison, options.failOn) ? EXIT.check : EXIT.done;
}

interface AfterSide {
  readonly side: Side | undefined;
  readonly findings: readonly Finding[];
}

async function afterSide({ directory, to }: DiffOptions, before: Side): Promise<AfterSide> {
  if (to !== undefined) return { side: await endSide(directory, { ref: to, title: to }), findings: [] };
  const { plan, findings } = planRepository(readSources(directory));
  const idLength = before.commit?.length ?? SHA1_LENGTH;
  return { side: plan && (await plannedSide(directory, plan.files, idLength)), findings };
}

const SHA1_LENGTH = 40;

function failsOn({ environments }: Comparison, limit: Risk | undefined): boolean {
  return limit !== undefined && environments.some(({ risk }) => RISKS.indexOf(risk) >= RISKS.indexOf(limit));
}
