import type { Risk } from "../changes/index.ts";
import { RISKS } from "../changes/index.ts";
import { EXIT, type Finding, GeneratorError } from "../errors.ts";
import { findCommit } from "../system/git-commit.ts";
import { readSources } from "../system/repository.ts";
import { type Comparison, compareSides } from "./diff-compare.ts";
import { reportDiff } from "./diff-report.ts";
import { committedSide, emptySide, plannedSide, type Side } from "./diff-sides.ts";
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
  const before = await beforeSide(options, out);
  const { side: after, findings } = await afterSide(options, before);
  if (after === undefined) return reportFindings(findings, "Nothing was compared.", out);
  reportFindings(findings, "The trees were compared all the same.", out);
  const comparison = await compareSides({ before, after }, options.env, out);
  await reportDiff(comparison, { findings, markdown: options.markdown === true }, out);
  return failsOn(comparison, options.failOn) ? EXIT.check : EXIT.done;
}

/** A commit without a tree is what a first pull request starts from. */
async function beforeSide({ directory, from = "HEAD" }: DiffOptions, out: Output): Promise<Side> {
  const commit = await findCommit(directory, from);
  const side = commit === undefined ? emptySide(`${from} (no commit yet)`) : await committedSide(directory, from, commit);
  if (!hasTree(side)) out.complain(`${side.title} holds no generated tree, so everything is new.\n`);
  return side;
}

interface AfterSide {
  readonly side: Side | undefined;
  readonly findings: readonly Finding[];
}

async function afterSide({ directory, to }: DiffOptions, before: Side): Promise<AfterSide> {
  if (to !== undefined) return { side: await targetSide(directory, to), findings: [] };
  const { plan, findings } = planRepository(readSources(directory));
  const idLength = before.commit?.length ?? SHA1_LENGTH;
  return { side: plan && (await plannedSide(directory, plan.files, idLength)), findings };
}

const SHA1_LENGTH = 40;

/** A tree that is not there would be the end of every environment, which is more likely a wrong name. */
async function targetSide(directory: string, to: string): Promise<Side> {
  const commit = await findCommit(directory, to);
  const side = commit === undefined ? undefined : await committedSide(directory, to, commit);
  if (side !== undefined && hasTree(side)) return side;
  throw new GeneratorError({
    code: "E_REF",
    exitCode: EXIT.input,
    message: `${to} holds no generated tree.`,
    remedy: "Name a commit with base/, overlays/ and apps/, or leave --to away to compare with what would be generated now.",
  });
}

function hasTree({ entries }: Side): boolean {
  return [...entries.keys()].some((path) => /^overlays\/[^/]+\/kustomization\.yaml$/.test(path));
}

function failsOn({ environments }: Comparison, limit: Risk | undefined): boolean {
  return limit !== undefined && environments.some(({ risk }) => RISKS.indexOf(risk) >= RISKS.indexOf(limit));
}
