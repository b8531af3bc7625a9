import type { Side } from "./diff-sides.ts";
import type { Output } from "./output.ts";
import { draftOf } from "./proposals/draft.ts";
import type { Intent } from "./proposals/intent.ts";
import { planProposals } from "./proposals/plan-proposals.ts";
import type { Proposal } from "./proposals/proposal.ts";
import { reportSent } from "./proposals/report-sent.ts";
import { sayNothing } from "./proposals/say-nothing.ts";
import { exitCodeOf, send } from "./proposals/send.ts";
import { openTarget, type TargetOptions } from "./proposals/target.ts";
import { undoOf } from "./proposals/undo.ts";
import { reportFindings } from "./report-findings.ts";
import { restoredFiles } from "./rollback-files.ts";
import { findRevision, type Revision } from "./rollback-revision.ts";

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
  if (written.size === 0) return sayNothing(target, out, `has ${options.env} as it was in ${revision.commit.slice(0, 8)}`);
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
