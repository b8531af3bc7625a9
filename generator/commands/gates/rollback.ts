import type { GateValues } from "../../documents/pull-request-values.ts";
import type { GateFacts } from "./facts.ts";
import { gate } from "./gate.ts";

const { passed, failed, unknown } = gate("rollback");

/** Nobody is about to take one of the two environments back. */
export function rollbackGate({ from, to, github }: GateFacts): GateValues {
  if (github === undefined) return unknown();
  const { rollbacks } = github;
  if (rollbacks.length === 0) return passed(`Nobody is about to take ${from} or ${to} back.`);
  const numbers = `pull request${rollbacks.length === 1 ? "" : "s"} ${rollbacks.join(", ")}`;
  return failed(`A rollback of ${from} or ${to} is open. Merge or close ${numbers} first.`);
}
