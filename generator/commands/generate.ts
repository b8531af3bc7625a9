import { EXIT } from "../errors.ts";
import { withLock } from "../system/lock.ts";
import { readSources } from "../system/repository.ts";
import { applyWrite, planWrite, type WritePlan } from "../system/tree.ts";
import { conflictError } from "./conflicts.ts";
import type { Output } from "./output.ts";
import { planRepository } from "./plan.ts";
import { reportChanges } from "./report-changes.ts";
import { reportFindings } from "./report-findings.ts";

export interface GenerateOptions {
  readonly directory: string;
  readonly dryRun?: boolean;
  readonly diff?: boolean;
  readonly force?: boolean;
}

/** Writes what `base/`, `overlays/` and `apps/` should be, or says what it would write. */
export async function generate(options: GenerateOptions, out: Output): Promise<number> {
  const { plan, findings } = planRepository(readSources(options.directory));
  if (plan === undefined) return reportFindings(findings, "Nothing was written.", out);
  const isPreview = options.dryRun === true || options.diff === true;
  const write = isPreview
    ? planWrite(options.directory, plan.files)
    : await withLock(options.directory, () => writeFiles(options, plan.files));
  reportFindings(findings, isPreview ? "Nothing was written." : "The files were written all the same.", out);
  await reportChanges(write, { isPreview, diff: options.diff === true, findings }, out);
  return EXIT.done;
}

async function writeFiles(
  { directory, force = false }: GenerateOptions,
  files: ReadonlyMap<string, string>,
): Promise<WritePlan> {
  const write = planWrite(directory, files);
  const error = await conflictError(write.conflicts, force);
  if (error !== undefined) throw error;
  applyWrite(directory, write, { force });
  return write;
}
