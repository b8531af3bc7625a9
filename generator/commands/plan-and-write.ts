import type { Finding } from "../errors.ts";
import { withLock } from "../system/lock.ts";
import type { Sources } from "../system/repository.ts";
import { sourcesDigest } from "../system/sources-digest.ts";
import { keepStamp } from "../system/stamp.ts";
import { applyWrite, planWrite, type WritePlan } from "../system/tree.ts";
import { filesDigest } from "../system/tree-digest.ts";
import { conflictError } from "./conflicts.ts";
import type { GenerateOptions } from "./generate.ts";
import { identityFindings } from "./identity.ts";
import { type Plan, planRepository } from "./plan.ts";

/** What a run did or would do; nothing where the findings are errors. */
export interface Outcome {
  readonly findings: readonly Finding[];
  readonly write: WritePlan | undefined;
}

export interface PlanOptions extends GenerateOptions {
  readonly isPreview: boolean;
  readonly progress: (text: string) => void;
}

/** A whole run, from what people wrote to the files, or to what they would be. */
export async function planAndWrite(options: PlanOptions, sources: Sources): Promise<Outcome> {
  options.progress(`Planning ${sources.environments.length} environments …`);
  const { plan, config, findings } = planRepository(sources);
  if (plan === undefined) return { findings, write: undefined };
  const identity = (write: Pick<WritePlan, "changes">) => identityFindings(config, plan, write);
  const run = { ...options, plan, identity };
  const outcome = options.isPreview ? compare(run) : await withLock(options.directory, () => writeFiles(run));
  const isDone = outcome.write !== undefined && !options.isPreview;
  // What the next run would find, over the tree that is there now.
  if (isDone) remember(run, sources, [...findings, ...identity({ changes: [] })]);
  return { ...outcome, findings: [...findings, ...outcome.findings] };
}

interface Run extends PlanOptions {
  readonly plan: Plan;
  /** What stands against a write, because it would change what cannot change. */
  readonly identity: (write: Pick<WritePlan, "changes">) => Finding[];
}

function compare({ directory, plan, identity }: Run): Outcome {
  const write = planWrite(directory, plan.files);
  const findings = identity(write);
  return { findings, write: findings.some(({ severity }) => severity === "error") ? undefined : write };
}

async function writeFiles(run: Run): Promise<Outcome> {
  const { directory, progress, force = false } = run;
  const { findings, write } = compare(run);
  if (write === undefined) return { findings, write };
  const error = await conflictError(write.conflicts, force);
  if (error !== undefined) throw error;
  progress(`Writing ${write.changes.length} files …`);
  applyWrite(directory, write, { force });
  return { findings, write };
}

function remember({ directory, build, plan }: Run, sources: Sources, findings: readonly Finding[]): void {
  if (build === undefined) return;
  keepStamp(directory, () => ({ build, inputs: sourcesDigest(sources), tree: filesDigest(plan.files), findings }));
}
