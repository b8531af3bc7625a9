import type { GateValues } from "../../documents/pull-request-values.ts";
import type { Status } from "../../github/statuses.ts";

const STATES = { passed: "success", waiting: "pending", failed: "failure" } as const;

/** The gates as statuses of a commit, which branch protection can ask for by their names: `milvus-gitops/health`. */
export function gateStatuses(gates: readonly GateValues[]): readonly Status[] {
  return gates.map(({ name, state, text }) => ({
    context: `milvus-gitops/${name}`,
    state: STATES[state],
    description: text,
  }));
}

export function arePassed(gates: readonly GateValues[]): boolean {
  return gates.every(({ state }) => state === "passed");
}
