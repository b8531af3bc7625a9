import type { GateValues } from "../../documents/pull-request-values.ts";

/** In the order in which they are judged. */
const NAMES = ["health", "soak", "checks", "rollback"];

/** The same verdict for every gate, where none has to be judged. */
export function everyGate(state: GateValues["state"], text: string): readonly GateValues[] {
  return NAMES.map((name) => ({ name, state, text }));
}
