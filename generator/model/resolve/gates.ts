import type { Gates } from "../environment.ts";
import { durationSeconds } from "./duration.ts";
import type { Section } from "./settings.ts";
import { take } from "./take.ts";

/** What a promotion into the environment waits for. */
export function resolveGates(gates: Section<"gates">): Gates {
  const { health, soak, checks } = take("gates", gates, "health", "soak", "checks");
  return { health, soakSeconds: durationSeconds(soak), checks };
}
