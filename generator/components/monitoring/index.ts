import type { Unit } from "../../kubernetes/resource.ts";
import type { Environment } from "../../model/environment.ts";
import type { Component } from "../component.ts";
import { prometheusRules } from "./alerts/index.ts";
import { dashboardConfigMaps } from "./dashboards/index.ts";
import { podMonitors } from "./pod-monitors.ts";

/** What Prometheus is given, where somebody runs one. Another cluster may not know its kinds, so `base/` holds none of it. */
export const monitoring: Component = {
  name: "monitoring",
  isShared: true,
  version: () => undefined,
  units: (environment) => (environment.monitoring.enabled ? [unit(environment)] : []),
};

function unit(environment: Environment): Unit {
  return {
    path: "monitoring",
    resources: [...podMonitors(environment), ...prometheusRules(environment), ...dashboardConfigMaps(environment)],
  };
}
