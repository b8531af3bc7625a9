import type { Release } from "./release.ts";
import { STOP_TIMEOUT_SECONDS } from "./stop-timeout.ts";

/**
 * What 2.3, 2.4 and 2.5 share. There is no indexcoord workload: since 2.3 datacoord does its work, and the role is an empty shell.
 * Both topologies roll out in the order of milvus-operator's `dependency_graph.go`.
 */
export const UNTIL_2_5 = {
  topologies: ["mixed", "dedicated"],
  rollOut: {
    mixed: ["indexNode", "mixCoord", "queryNode", "dataNode", "proxy"],
    dedicated: ["indexNode", "rootCoord", "dataCoord", "queryCoord", "queryNode", "dataNode", "proxy"],
  },
  gpuRoles: { builds: "indexNode", searches: "queryNode" },
  messageQueues: ["pulsar", "kafka"],
  mixCoord: {
    run: ["mixture", "-rootcoord", "-querycoord", "-datacoord", "-indexcoord"],
    listens: ["rootCoord", "dataCoord", "queryCoord"],
  },
  standbySections: ["rootCoord", "dataCoord", "queryCoord"],
  stopTimeoutSeconds: STOP_TIMEOUT_SECONDS,
} as const satisfies Partial<Release>;
