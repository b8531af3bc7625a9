import type { Release } from "./release.ts";
import { STOP_TIMEOUT_SECONDS } from "./stop-timeout.ts";

/** Streaming nodes write the log, data nodes build the indexes, and one process holds all coordinators. */
export const RELEASE_2_6: Release = {
  family: "2.6",
  newest: "2.6.20",
  topologies: ["mixed"],
  // mixcoord first: streaming nodes wait for one of their own version (milvus-operator#446).
  rollOut: { mixed: ["mixCoord", "streamingNode", "queryNode", "dataNode", "proxy"], dedicated: [] },
  gpuRoles: { builds: "dataNode", searches: "queryNode" },
  messageQueues: ["pulsar", "kafka", "woodpecker"],
  objectStorageProviders: ["aws", "gcp", "gcpnative", "azure", "aliyun", "tencent", "s3"],
  configFile: "user.yaml",
  shippedConfig: {},
  mixCoord: { run: ["mixcoord"], listens: ["rootCoord"] },
  // The first falls back on `rootCoord` alone; the old names are set beside it, as milvus-helm does.
  standbySections: ["mixCoord", "rootCoord", "dataCoord", "queryCoord"],
  rootPassword: "file",
  kafkaSslSince: "2.6.0",
  pulsarMaxMessageSize: 2_097_152,
  stopTimeoutSeconds: STOP_TIMEOUT_SECONDS,
};
