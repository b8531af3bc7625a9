import type { Monitoring } from "../environment.ts";
import type { Section } from "./settings.ts";
import { take } from "./take.ts";

/** What Prometheus is given of the environment. */
export function resolveMonitoring(monitoring: Section<"monitoring">): Monitoring {
  const { rules } = monitoring;
  return {
    ...take("monitoring", monitoring, "enabled", "interval", "labels"),
    rules: { ...take("monitoring.rules", rules, "enabled", "labels"), runbookUrl: rules?.runbookUrl },
  };
}
