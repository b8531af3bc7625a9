import type { Settings } from "../schema/settings.ts";
import { ANYWHERE } from "./anywhere.ts";
import { between } from "./between.ts";

export const ETCD_DEFAULTS: NonNullable<Settings["etcd"]> = {
  ...ANYWHERE,
  mode: "internal",
  // The version that the chart and the Compose file of Milvus 2.6 run.
  image: { repository: "quay.io/coreos/etcd", tag: "v3.5.25" },
  rootPath: "milvus",
  replicas: 1,
  resources: between({ cpu: ["100m", "1"], memory: ["256Mi", "5Gi"], disk: ["64Mi", "512Mi"] }),
  // Two and a half times the quota: the database, the write-ahead log, snapshots, and a copy while it defragments.
  storage: { size: "10Gi" },
  // 4 GiB, compaction and timing as in the Helm chart of Milvus; the memory limit is above the quota, because the file is mapped.
  quotaBackendBytes: 4_294_967_296,
  autoCompaction: { mode: "revision", retention: "1000" },
  heartbeatInterval: 500,
  electionTimeout: 2500,
  snapshotCount: 10_000,
};

export const OBJECT_STORAGE_DEFAULTS: NonNullable<Settings["objectStorage"]> = {
  type: "minio",
  bucket: "milvus",
  // Milvus' own default; the chart's is `file`.
  rootPath: "files",
  minio: {
    ...ANYWHERE,
    mode: "standalone",
    // Docker Hub has no MinIO any more; the tag is the one that the chart of Milvus 2.6 uses.
    image: { repository: "quay.io/minio/minio", tag: "RELEASE.2024-12-18T13-15-44Z" },
    replicas: 1,
    drivesPerServer: 1,
    resources: between({ cpu: ["100m", "1"], memory: ["512Mi", "2Gi"], disk: ["64Mi", "512Mi"] }),
    storage: { size: "50Gi" },
  },
  external: { port: 443, useSSL: true, auth: "keys", useVirtualHost: false, serviceAccountAnnotations: {} },
};
