import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { monitorPortExists, monitorSelectsTargets, serverIsMonitored } from "./monitors.ts";

/** That Prometheus sees what there is to see. */
export const MONITORING: readonly Invariant<EnvironmentTree>[] = [monitorSelectsTargets, monitorPortExists, serverIsMonitored];
