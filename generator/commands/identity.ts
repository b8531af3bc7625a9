import type { Config, EnvironmentConfig } from "../config/index.ts";
import type { Finding } from "../errors.ts";
import type { Facts } from "../identity/facts.ts";
import { lockProblems } from "../identity/lock.ts";
import { type GoneEnvironment, renameProblems } from "../identity/renamed.ts";
import { findings } from "../model/rules/findings.ts";
import type { Problem } from "../model/rules/problem.ts";
import type { FileChange, WritePlan } from "../system/tree.ts";
import { identityPath, parseIdentity } from "./identity-file.ts";
import { goneEnvironments } from "./identity-gone.ts";
import { type RecordState, recordOf } from "./identity-record.ts";
import { lostRecord, unrecorded } from "./identity-texts.ts";
import type { Plan } from "./plan.ts";

/**
 * Holds what a plan makes of each environment against the record of what it was. All that is compared stands among the changes that
 * the run would make, so a run without changes compares nothing.
 */
export function identityFindings(
  { environments }: Pick<Config, "environments">,
  { files }: Pick<Plan, "files">,
  { changes }: Pick<WritePlan, "changes">,
): Finding[] {
  const byPath = new Map(changes.map((change) => [change.path, change]));
  const gone = goneEnvironments(changes);
  const compared = environments.map((environment) => compare(environment, files, byPath));
  const named = (wanted: RecordState) => compared.filter(({ record }) => record === wanted).map(({ config }) => config.name);
  return [
    ...findings(compared.flatMap((one) => problems(one, gone).map((problem) => ({ config: one.config, problem })))),
    ...named("lost").map(lostRecord),
    ...unrecorded(named("unrecorded")),
  ];
}

interface Compared {
  readonly config: EnvironmentConfig;
  readonly record: RecordState;
  readonly planned: string;
}

function compare(config: EnvironmentConfig, files: Plan["files"], changes: ReadonlyMap<string, FileChange>): Compared {
  const planned = files.get(identityPath(config.name)) ?? "";
  return { config, planned, record: recordOf(config.name, planned, changes) };
}

function problems({ config, record, planned }: Compared, gone: readonly GoneEnvironment[]): Problem[] {
  const { acknowledge: acknowledgements = [] } = config.file;
  const before = typeof record === "string" ? undefined : record.text;
  if (record === "lost" || (before === planned && acknowledgements.length === 0)) return [];
  const after = factsOf(planned);
  return [
    ...lockProblems({ before: before === undefined ? undefined : factsOf(before), after, acknowledgements }),
    ...(record === "new" ? renameProblems(after, gone) : []),
  ];
}

/** Planned just now, or vouched for by its hash. */
function factsOf(text: string): Facts {
  const facts = parseIdentity(text);
  if (facts === undefined) throw new Error("A record of identity that was generated cannot be read.");
  return facts;
}
