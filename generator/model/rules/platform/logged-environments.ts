import { clusterKey } from "../across/cluster-key.ts";
import { error } from "../problem.ts";
import type { PlatformRule } from "./rule.ts";

/** Fluentd reads the logs of its own nodes, so where no environment runs it would have nothing to read. */
export const loggedEnvironments: PlatformRule = ({ platform: { logging }, environments, isWhole }) => {
  if (logging === undefined || !isWhole) return [];
  if (environments.some(({ cluster }) => clusterKey(cluster) === clusterKey(logging.cluster))) return [];
  return [
    error("addons.logging.cluster", "E_REF", {
      message: `No environment runs in the cluster ${clusterKey(logging.cluster)}.`,
      reason: "Only the logs of its own cluster can be read.",
      remedy: "Name the cluster as the environments do, or remove the add-on.",
    }),
  ];
};
