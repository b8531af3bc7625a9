import { EXIT, GeneratorError } from "../errors.ts";
import { findCommit, lastChange, subjectOf } from "../system/git-commit.ts";
import { committedSide, type Side } from "./diff-sides.ts";
import type { Output } from "./output.ts";
import { draftOf } from "./proposals/draft.ts";
import type { Intent } from "./proposals/intent.ts";
import { planProposals } from "./proposals/plan-proposals.ts";
import type { Proposal } from "./proposals/proposal.ts";
import { reportSent } from "./proposals/report-sent.ts";
import { sayNothing } from "./proposals/say-nothing.ts";
import { exitCodeOf, send } from "./proposals/send.ts";
import { openTarget, type Target, type TargetOptions } from "./proposals/target.ts";
import { undoOf } from "./proposals/undo.ts";
import { badOption } from "./propose-edits.ts";
import { reportFindings } from "./report-findings.ts";
import { personsPaths, restoredFiles } from "./rollback-files.ts";

export interface RollbackOptions extends TargetOptions {
  readonly env: string;
  /** Without it, the state before the newest change of the environment. */
  readonly to?: string;
}

/**
 * Opens a pull request that gives an environment back the description, and the hand-written resources, of an earlier commit. What they
 * come to is generated anew, so the way back is held against the record of identity as any other change is.
 */
export async function rollback(options: RollbackOptions, out: Output): Promise<number> {
  const target = await openTarget(options, out);
  const revision = await findRevision(options, target);
  const { written, modes } = await restoredFiles(options, target.tree, revision.side);
  if (written.size === 0) return sayNothing(target, out);
  const { findings, proposals } = await planProposals(target.tree, written, out);
  if (proposals === undefined) return reportFindings(findings, "Nothing was proposed.", out);
  const drafts = proposals.map((proposal) => ({
    ...draftOf(proposal, intentOf(options, revision, proposal), findings),
    modes,
  }));
  const sent = await send(target, drafts, options, out);
  reportSent(sent, findings, out);
  return exitCodeOf(sent);
}

interface Revision {
  readonly commit: string;
  readonly subject: string;
  readonly side: Side;
}

async function findRevision({ directory, env, to }: RollbackOptions, { tree }: Target): Promise<Revision> {
  if (!tree.entries.has(`overlays/${env}/environment.yaml`))
    throw badOption(`${tree.title} has no environment ${env}.`, "Name one that it has.");
  const commit = to === undefined ? await beforeLastChange(directory, env, tree) : await findCommit(directory, to);
  const side = commit === undefined ? undefined : await committedSide(directory, to ?? commit.slice(0, 8), commit, []);
  if (commit === undefined || side === undefined || !side.entries.has(`overlays/${env}/environment.yaml`))
    throw notThere(env, to);
  return { commit, side, subject: await subjectOf(directory, commit) };
}

/** History is read from the clone, which has it. */
async function beforeLastChange(directory: string, env: string, { commit = "HEAD" }: Side): Promise<string | undefined> {
  const head = await findCommit(directory, commit);
  if (head === undefined) return undefined;
  const newest = await lastChange(directory, head, personsPaths(env));
  return newest === undefined ? undefined : findCommit(directory, `${newest}^`);
}

function intentOf({ env }: RollbackOptions, { commit, subject, side }: Revision, proposal: Proposal): Intent {
  const revision = commit.slice(0, 8);
  return {
    kind: "rollback",
    source: `${revision} (${subject})`,
    slug: `rollback-${revision}`,
    gates: [],
    undo: undoOf(proposal),
    command: `npm run rollback -- --env ${env} --to ${revision}`,
    notes: notAsThen(proposal, { old: side, env, revision }),
  };
}

interface Restored {
  readonly old: Side;
  readonly env: string;
  readonly revision: string;
}

/** A later gitops.yaml or generator makes something else of the same description. */
function notAsThen({ files, comparison }: Proposal, { old, env, revision }: Restored): string[] {
  const now = comparison.after.entries;
  const concerns = (path: string) => path.startsWith("base/") || path.startsWith(`overlays/${env}/`);
  const paths = [...new Set([...now.keys(), ...old.entries.keys(), ...files.keys()])].filter(concerns);
  const others = paths.filter((path) => now.get(path)?.id !== old.entries.get(path)?.id);
  if (others.length === 0) return [];
  const count = `${others.length} generated file${others.length === 1 ? " is" : "s are"}`;
  return [
    `${count} not as at ${revision}, because gitops.yaml or the generator has changed since: ${others.slice(0, 5).join(", ")}.`,
  ];
}

function notThere(env: string, to: string | undefined): GeneratorError {
  return new GeneratorError({
    code: "E_REF",
    exitCode: EXIT.input,
    message: to === undefined ? `There is no state of ${env} before the present one.` : `${to} has no environment ${env}.`,
    remedy: `Name a commit with --to: \`git log -- overlays/${env}/environment.yaml\` lists them.`,
  });
}
