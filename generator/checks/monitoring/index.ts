import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { alertNamedOnce, alertTellsWhatToDo } from "./alerts.ts";
import { dashboardIsReadable, dashboardNamedOnce } from "./dashboards.ts";
import { monitorPortExists, monitorSelectsTargets, serverIsMonitored } from "./monitors.ts";

/** That Prometheus sees what there is to see, and says what people can act on. */
export const MONITORING: readonly Invariant<EnvironmentTree>[] = [
  monitorSelectsTargets,
  monitorPortExists,
  serverIsMonitored,
  alertTellsWhatToDo,
  alertNamedOnce,
  dashboardIsReadable,
  dashboardNamedOnce,
];
