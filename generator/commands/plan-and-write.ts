import type { Finding } from "../errors.ts";
import { withLock } from "../system/lock.ts";
import type { Sources } from "../system/repository.ts";
import { sourcesDigest } from "../system/sources-digest.ts";
import { keepStamp } from "../system/stamp.ts";
import { applyWrite, planWrite, type WritePlan } from "../system/tree.ts";
import { filesDigest } from "../system/tree-digest.ts";
import { conflictError } from "./conflicts.ts";
import type { GenerateOptions } from "./generate.ts";
import { planRepository } from "./plan.ts";

/** What a run did or would do; nothing where the findings are errors. */
export interface Outcome {
  readonly findings: readonly Finding[];
  readonly write: WritePlan | undefined;
}

export interface PlanOptions extends GenerateOptions {
  readonly isPreview: boolean;
  readonly progress: (text: string) => void;
}

type Files = ReadonlyMap<string, string>;

/** A whole run, from what people wrote to the files, or to what they would be. */
export async function planAndWrite(options: PlanOptions, sources: Sources): Promise<Outcome> {
  options.progress(`Planning ${sources.environments.length} environments …`);
  const { plan, findings } = planRepository(sources);
  if (plan === undefined) return { findings, write: undefined };
  if (options.isPreview) return { findings, write: planWrite(options.directory, plan.files) };
  const write = await withLock(options.directory, () => writeFiles(options, plan.files));
  remember(options, sources, { findings, files: plan.files });
  return { findings, write };
}

async function writeFiles({ directory, progress, force = false }: PlanOptions, files: Files): Promise<WritePlan> {
  const write = planWrite(directory, files);
  const error = await conflictError(write.conflicts, force);
  if (error !== undefined) throw error;
  progress(`Writing ${write.changes.length} files …`);
  applyWrite(directory, write, { force });
  return write;
}

function remember(
  { directory, build }: GenerateOptions,
  sources: Sources,
  { findings, files }: { findings: readonly Finding[]; files: Files },
): void {
  if (build === undefined) return;
  keepStamp(directory, () => ({ build, inputs: sourcesDigest(sources), tree: filesDigest(files), findings }));
}
