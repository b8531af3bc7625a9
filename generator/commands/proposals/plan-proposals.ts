import type { Config } from "../../config/index.ts";
import { renderFindings } from "../../documents/findings.ts";
import type { Finding } from "../../errors.ts";
import type { WritePlan } from "../../system/tree.ts";
import { conflictError } from "../conflicts.ts";
import type { Side } from "../diff-sides.ts";
import { identityFindings } from "../identity.ts";
import type { Output } from "../output.ts";
import { type Plan, planRepository } from "../plan.ts";
import { type Changes, changedSide } from "./changed-side.ts";
import { compareProposals } from "./compare-proposals.ts";
import { PLATFORM, type Proposal } from "./proposal.ts";
import { listOf, staleError } from "./stale.ts";
import { treeSources } from "./tree-sources.ts";
import { planTreeWrite } from "./tree-write.ts";

/** Proposals, or the findings that stand against them; warnings come with both. */
export interface PlannedProposals {
  readonly findings: readonly Finding[];
  readonly proposals: readonly Proposal[] | undefined;
}

type Progress = Pick<Output, "progress">;

/**
 * What changed descriptions come to, over a tree that is as the generator made it: one proposal for each environment that is
 * touched, or one for the platform, whose file reaches all. Nothing is written.
 */
export async function planProposals(tree: Side, written: Changes, out: Progress): Promise<PlannedProposals> {
  out.progress(`Planning on ${tree.title} …`);
  return planAll({ tree, before: await requireCurrent(tree), out }, written);
}

/** What the generator makes of a tree. */
export interface Described {
  readonly plan: Plan;
  readonly config: Config;
}

/** What a proposal starts from, and what the generator says of that. */
export interface Start {
  readonly tree: Side;
  readonly before: Described & { readonly findings: readonly Finding[] };
  readonly out: Progress;
}

/** Without this, a proposal would also carry what somebody else left out. */
async function requireCurrent(tree: Side): Promise<Start["before"]> {
  const { plan, config, findings } = planRepository(await treeSources(tree));
  if (plan === undefined) throw staleError(tree.title, renderFindings(findings, { closing: "" }));
  const { changes, conflicts } = await planTreeWrite(tree, plan.files);
  const paths = [...new Set([...changes, ...conflicts].map(({ path }) => path))];
  if (paths.length > 0) throw staleError(tree.title, listOf(paths));
  return { plan, config, findings };
}

async function planAll(start: Start, written: Changes): Promise<PlannedProposals> {
  const edited = changedSide(start.tree, "the proposal", written);
  const { plan, config, findings } = planRepository(await treeSources(edited));
  const isNews = newTo(start.before, written);
  if (plan === undefined) return { findings: findings.filter(isNews), proposals: undefined };
  const write = await planTreeWrite(edited, plan.files);
  const conflict = await conflictError(write.conflicts, false);
  if (conflict !== undefined) throw conflict;
  const all = [...findings, ...identityFindings(config, plan, write)].filter(isNews);
  if (all.some(({ severity }) => severity === "error")) return { findings: all, proposals: undefined };
  const groups = divide(written, write);
  if (groups === undefined) return oneByOne(start, written);
  return { findings: all, proposals: await compareProposals(start, { groups, plan, config }) };
}

/** Whether a finding says something about the proposal: a warning that was there before, or is of another file, does not. */
function newTo({ findings }: Start["before"], written: Changes): (finding: Finding) => boolean {
  const key = ({ location, path, message }: Finding) => [location.file, path, message].join("\0");
  const known = new Set(findings.map(key));
  return (finding) => finding.severity === "error" || (written.has(finding.location.file) && !known.has(key(finding)));
}

/** Files that several environments share change with each of them in another way, so each is planned alone. */
async function oneByOne(start: Start, written: Changes): Promise<PlannedProposals> {
  const planned: PlannedProposals[] = [];
  for (const own of byOwner(written).values()) planned.push(await planAll(start, own));
  const findings = planned.flatMap((one) => one.findings);
  const isWhole = planned.every(({ proposals }) => proposals !== undefined);
  return { findings, proposals: isWhole ? planned.flatMap(({ proposals = [] }) => proposals) : undefined };
}

/** All files of each proposal by its name; undefined where one belongs to none of several. */
function divide(written: Changes, { changes }: WritePlan): ReadonlyMap<string, Changes> | undefined {
  const generated = new Map(changes.map(({ path, after }) => [path, after === undefined ? undefined : Buffer.from(after)]));
  const all = new Map([...written, ...generated]);
  const owners = [...byOwner(written).keys()];
  const [only = PLATFORM] = owners;
  if (owners.length === 1 || owners.includes(PLATFORM)) return new Map([[owners.length === 1 ? only : PLATFORM, all]]);
  const groups = byOwner(all);
  return groups.has(PLATFORM) ? undefined : groups;
}

function byOwner(changes: Changes): Map<string, Map<string, Uint8Array | undefined>> {
  const groups = new Map<string, Map<string, Uint8Array | undefined>>();
  for (const [path, bytes] of changes) {
    const owner = /^(?:apps|overlays)\/([^/]+)\/./.exec(path)?.[1] ?? PLATFORM;
    groups.set(owner, (groups.get(owner) ?? new Map()).set(path, bytes));
  }
  return groups;
}
