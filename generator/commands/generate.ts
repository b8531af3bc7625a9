import { EXIT } from "../errors.ts";
import { isIntact } from "../system/intact-tree.ts";
import { readSources, type Sources } from "../system/repository.ts";
import { sourcesDigest } from "../system/sources-digest.ts";
import { readStamp } from "../system/stamp.ts";
import type { Output } from "./output.ts";
import type { Outcome, PlanOptions } from "./plan-and-write.ts";
import { reportChanges } from "./report-changes.ts";
import { reportFindings } from "./report-findings.ts";

export interface GenerateOptions {
  readonly directory: string;
  readonly dryRun?: boolean;
  readonly diff?: boolean;
  readonly force?: boolean;
  /** Changes with the generator; without it every run plans. */
  readonly build?: string | undefined;
}

/** Writes what `base/`, `overlays/` and `apps/` should be, or says what it would write. */
export async function generate(options: GenerateOptions, out: Output): Promise<number> {
  const isPreview = options.dryRun === true || options.diff === true;
  const sources = readSources(options.directory);
  const { findings, write } =
    recall(options, sources) ?? (await plan({ ...options, isPreview, progress: progressOf(sources, out) }, sources));
  if (write === undefined) return reportFindings(findings, "Nothing was written.", out);
  reportFindings(findings, isPreview ? "Nothing was written." : "The files were written all the same.", out);
  await reportChanges(write, { isPreview, diff: options.diff === true, findings }, out);
  return EXIT.done;
}

/** So many environments take a second. */
const MANY = 200;

/** A line that is gone before anybody reads it only flickers. */
function progressOf({ environments }: Sources, out: Output): Output["progress"] {
  return environments.length >= MANY ? out.progress : () => {};
}

/** What the last run came to, where these inputs and this tree are the same. Who forces wants no memory. */
function recall({ directory, build, force = false }: GenerateOptions, sources: Sources): Outcome | undefined {
  if (build === undefined || force) return undefined;
  const stamp = readStamp(directory);
  if (stamp?.build !== build || stamp.inputs !== sourcesDigest(sources)) return undefined;
  if (!isIntact(directory, stamp.tree)) return undefined;
  return { findings: stamp.findings, write: { changes: [], conflicts: [], leftovers: [] } };
}

/** Loaded only now: what plans is four fifths of the program. */
async function plan(options: PlanOptions, sources: Sources): Promise<Outcome> {
  const { planAndWrite } = await import("./plan-and-write.ts");
  return planAndWrite(options, sources);
}
