import type { Monitoring } from "../environment.ts";
import type { Section } from "./settings.ts";
import { take } from "./take.ts";

/** What Prometheus is given of the environment. */
export function resolveMonitoring(monitoring: Section<"monitoring">): Monitoring {
  return take("monitoring", monitoring, "enabled", "interval", "labels");
}
