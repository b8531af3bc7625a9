import type { GateValues } from "../../documents/pull-request-values.ts";
import { checksGate } from "./checks.ts";
import type { GateFacts } from "./facts.ts";
import { healthGate } from "./health.ts";
import { rollbackGate } from "./rollback.ts";
import { soakGate } from "./soak.ts";

/** Every gate, those too that nobody asks for: branch protection waits for a status that never comes. */
export function judgeGates(facts: GateFacts, now: Date): readonly GateValues[] {
  return [healthGate(facts), soakGate(facts, now), checksGate(facts), rollbackGate(facts)];
}
