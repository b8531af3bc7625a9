import type { Settings } from "../schema/settings.ts";
import { ATTU_DEFAULTS } from "./attu-defaults.ts";
import { AUTHENTICATION_DEFAULTS } from "./authentication-defaults.ts";
import { BACKUP_DEFAULTS } from "./backup-defaults.ts";
import { between } from "./between.ts";
import { MESSAGE_QUEUE_DEFAULTS } from "./message-queue-defaults.ts";
import { MILVUS_DEFAULTS } from "./milvus-defaults.ts";
import { MONITORING_DEFAULTS } from "./monitoring-defaults.ts";
import { NETWORK_DEFAULTS } from "./network-defaults.ts";
import { ETCD_DEFAULTS, OBJECT_STORAGE_DEFAULTS } from "./store-defaults.ts";
import { TLS_DEFAULTS } from "./tls-defaults.ts";

/**
 * What every environment has whatever its profile: versions that upstream tests together, names that can never change, and for
 * every workload the smallest size that starts. What has no sensible default (an address, a host name) is not here.
 */
export const DEFAULTS: Settings = {
  labels: {},
  owners: [],
  gates: { health: "none", soak: "0s", checks: [] },
  argocd: { sync: "automated", selfHeal: true, prune: true, retries: 5, syncWindows: [], annotations: {} },
  imagePullSecrets: [],
  imagePullPolicy: "IfNotPresent",
  secrets: {
    // Needs no controller in the cluster.
    provider: "existing",
    store: { kind: "ClusterSecretStore" },
    refreshInterval: "1h",
    objectStorage: { name: "milvus-object-storage" },
    kafka: { name: "milvus-kafka" },
    backup: { name: "milvus-backup" },
    milvusRoot: { name: "milvus-root" },
    pulsar: { name: "milvus-pulsar" },
    etcd: { name: "milvus-etcd" },
  },
  authentication: AUTHENTICATION_DEFAULTS,
  etcd: ETCD_DEFAULTS,
  objectStorage: OBJECT_STORAGE_DEFAULTS,
  messageQueue: MESSAGE_QUEUE_DEFAULTS,
  milvus: MILVUS_DEFAULTS,
  exposure: { type: "ClusterIP", annotations: {}, sourceRanges: [], externalTrafficPolicy: "Cluster", controller: "nginx" },
  monitoring: MONITORING_DEFAULTS,
  network: NETWORK_DEFAULTS,
  backup: BACKUP_DEFAULTS,
  attu: ATTU_DEFAULTS,
  quota: {
    enabled: false,
    headroom: 20,
    containers: between({ cpu: ["100m", "500m"], memory: ["128Mi", "512Mi"], disk: ["64Mi", "1Gi"] }),
  },
  tls: TLS_DEFAULTS,
};
