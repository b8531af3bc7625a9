import type { Monitoring } from "../environment.ts";
import type { Section } from "./settings.ts";
import { take } from "./take.ts";

/** What Prometheus and Grafana are given of the environment. */
export function resolveMonitoring(monitoring: Section<"monitoring">): Monitoring {
  const { rules, dashboards } = monitoring;
  return {
    ...take("monitoring", monitoring, "enabled", "interval", "labels"),
    rules: { ...take("monitoring.rules", rules, "enabled", "labels"), runbookUrl: rules?.runbookUrl },
    dashboards: { ...take("monitoring.dashboards", dashboards, "enabled", "labels"), folder: dashboards?.folder },
  };
}
