import type { Finding } from "../errors.ts";
import { withLock } from "../system/lock.ts";
import type { Sources } from "../system/repository.ts";
import { applyWrite, planWrite, type WritePlan } from "../system/tree.ts";
import { conflictError } from "./conflicts.ts";
import { type Plan, planRepository } from "./plan.ts";

/** What a run did or would do; nothing where the findings are errors. */
export type Outcome =
  | { readonly findings: readonly Finding[]; readonly plan: Plan; readonly write: WritePlan }
  | { readonly findings: readonly Finding[]; readonly plan: undefined };

export interface WriteOptions {
  readonly directory: string;
  readonly isPreview: boolean;
  readonly force: boolean;
}

/** A whole run, from what people wrote to the files. */
export async function planAndWrite(sources: Sources, options: WriteOptions): Promise<Outcome> {
  const { plan, findings } = planRepository(sources);
  if (plan === undefined) return { plan, findings };
  const write = options.isPreview
    ? planWrite(options.directory, plan.files)
    : await withLock(options.directory, () => writeFiles(options, plan.files));
  return { findings, plan, write };
}

async function writeFiles({ directory, force }: WriteOptions, files: ReadonlyMap<string, string>): Promise<WritePlan> {
  const write = planWrite(directory, files);
  const error = await conflictError(write.conflicts, force);
  if (error !== undefined) throw error;
  applyWrite(directory, write, { force });
  return write;
}
