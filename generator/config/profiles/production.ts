import type { Settings } from "../schema/settings.ts";
import { between } from "./between.ts";
import { PRODUCTION_MESSAGE_QUEUE } from "./production-message-queue.ts";

/** Two of each, so that one may be restarted or lost. Two coordinators are one that works and one that stands by. */
const PROXY = {
  replicas: 2,
  resources: between({ cpu: ["2", "4"], memory: ["4Gi", "4Gi"], disk: ["256Mi", "2Gi"] }),
};
const COORDINATOR = {
  replicas: 2,
  resources: between({ cpu: ["1", "2"], memory: ["4Gi", "4Gi"], disk: ["256Mi", "2Gi"] }),
};
const WORKER = {
  replicas: 2,
  resources: between({ cpu: ["2", "4"], memory: ["8Gi", "8Gi"], disk: ["10Gi", "24Gi"] }),
  localStorage: "20Gi",
};

/**
 * Stands the loss of any one node, on four nodes or more. Sizes are the smallest that Milvus' sizing tool gives, for up to 8 GB
 * of vectors in memory. What holds data requests all of its memory, so that no neighbour can have it evicted.
 */
export const PRODUCTION: Settings = {
  // A day shows the load of day and night, and compaction with it.
  gates: { health: "required", soak: "24h" },
  // A node must not take two members of a quorum. Zones are a wish: a cluster in one zone, or with one zone lost, still schedules.
  placement: { hosts: "required", zones: "preferred" },
  etcd: {
    replicas: 3,
    resources: between({ cpu: ["1", "2"], memory: ["5Gi", "5Gi"], disk: ["64Mi", "512Mi"] }),
    storage: { size: "20Gi" },
  },
  objectStorage: {
    minio: {
      mode: "distributed",
      // The smallest layout that MinIO calls fit for production (docs/distributed/SIZING.md).
      replicas: 4,
      drivesPerServer: 2,
      resources: between({ cpu: ["1", "2"], memory: ["8Gi", "8Gi"], disk: ["64Mi", "512Mi"] }),
      storage: { size: "100Gi" },
    },
  },
  messageQueue: PRODUCTION_MESSAGE_QUEUE,
  // They need nothing from outside: where the CNI plugin enforces no policies, they do nothing.
  network: { policies: true },
  // Snapshots need nothing from outside either; a second place for them, which does, is up to a person.
  backup: { etcd: { enabled: true } },
  // It needs a Secret. Without it everybody who reaches the port may read, write and drop.
  authentication: { milvus: { enabled: true } },
  milvus: {
    roles: {
      proxy: PROXY,
      rootCoord: COORDINATOR,
      dataCoord: COORDINATOR,
      queryCoord: COORDINATOR,
      mixCoord: COORDINATOR,
      streamingNode: WORKER,
      queryNode: WORKER,
      dataNode: WORKER,
      indexNode: WORKER,
    },
  },
};
