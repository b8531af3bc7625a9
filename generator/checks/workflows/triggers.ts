import type { Invariant, RepositoryTree } from "../invariant.ts";
import { isMap } from "../read-as.ts";
import { inWorkflows } from "./workflow.ts";

/** zizmor dangerous-triggers. With `pull_request_target` a stranger's commit met a token that could write (nx, August 2025). */
const DANGEROUS: ReadonlySet<string> = new Set(["pull_request_target", "workflow_run"]);

export const noDangerousTriggers: Invariant<RepositoryTree> = {
  name: "no-dangerous-triggers",
  code: "E_POLICY",
  severity: "error",
  reason: "It runs with a token that writes and with the repository's secrets, for a pull request of anybody.",
  remedy: "Use pull_request.",
  find: inWorkflows(({ fields }) =>
    triggers(fields.on)
      .filter((trigger) => DANGEROUS.has(trigger))
      .map((trigger) => `It runs on ${trigger}.`),
  ),
};

function triggers(on: unknown): string[] {
  if (isMap(on)) return Object.keys(on);
  return (Array.isArray(on) ? on : [on]).map(String);
}
