import type { Gates } from "../environment.ts";
import type { Section } from "./settings.ts";
import { take } from "./take.ts";

/** What a promotion into the environment waits for. */
export function resolveGates(gates: Section<"gates">): Gates {
  const { health, soak, checks } = take("gates", gates, "health", "soak", "checks");
  return { health, soakSeconds: seconds(soak), checks };
}

/** Seconds of a Go duration in hours, minutes and seconds. */
function seconds(duration: string): number {
  return [...duration.matchAll(/(\d+)([hms])/g)].reduce(
    (sum, [, number, unit = "s"]) => sum + Number(number) * (SECONDS[unit] ?? 0),
    0,
  );
}

const SECONDS: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1 };
