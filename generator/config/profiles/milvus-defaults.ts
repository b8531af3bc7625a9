import type { Settings } from "../schema/settings.ts";
import { ANYWHERE } from "./anywhere.ts";
import { between } from "./between.ts";

/** Milvus takes some 170 MB before it holds data, and sizes its caches by the memory limit. */
const COORDINATOR_OR_PROXY = {
  ...ANYWHERE,
  replicas: 1,
  resources: between({ cpu: ["100m", "1"], memory: ["256Mi", "2Gi"], disk: ["64Mi", "2Gi"] }),
  env: {},
  config: {},
  localStorage: "1Gi",
};

/** Local storage counts as ephemeral storage, whose limit leaves room for logs and temporary files. */
const WORKER = {
  ...ANYWHERE,
  replicas: 1,
  resources: between({ cpu: ["200m", "2"], memory: ["512Mi", "4Gi"], disk: ["256Mi", "6Gi"] }),
  env: {},
  config: {},
  localStorage: "4Gi",
};

/** Autoscalers need a metrics server, which a cluster may not have. */
const FIXED = { autoscaling: { enabled: false, by: "hpa" } } as const;

/** None, and how they would be taken. */
const GPU = { gpu: { count: 0, resource: "nvidia.com/gpu", rollOut: "surge" as const } };

export const MILVUS_DEFAULTS: NonNullable<Settings["milvus"]> = {
  version: "2.6.20",
  image: { repository: "milvusdb/milvus" },
  // The only topology that 2.6 has, and the one that an older Milvus must have before it becomes 2.6.
  coordinators: "mixed",
  roles: {
    proxy: { ...COORDINATOR_OR_PROXY, ...FIXED },
    rootCoord: COORDINATOR_OR_PROXY,
    dataCoord: COORDINATOR_OR_PROXY,
    queryCoord: COORDINATOR_OR_PROXY,
    mixCoord: COORDINATOR_OR_PROXY,
    streamingNode: WORKER,
    queryNode: { ...WORKER, ...FIXED, ...GPU },
    dataNode: { ...WORKER, ...FIXED, ...GPU },
    indexNode: { ...WORKER, ...FIXED, ...GPU },
  },
  config: {},
  readOnlyRootFilesystem: true,
};
