import { expect, it } from "vitest";
import type { Environment, RoleName } from "../../../generator/model/environment.ts";
import { image, volume, workload } from "./expected.ts";
import { resolved } from "./sources.ts";

it("makes a complete environment of one of everything out of the profile development alone", () => {
  expect(resolved("development")).toEqual(DEVELOPMENT);
});

const COORDINATOR_OR_PROXY = workload(1, ["100m", "256Mi", "64Mi"], ["1", "2Gi", "2Gi"]);
const WORKER = workload(1, ["200m", "512Mi", "256Mi"], ["2", "4Gi", "6Gi"]);

const NOTHING_SPECIAL = { localStorageClass: undefined, autoscaling: undefined, group: undefined, gpu: undefined };

const DEVELOPMENT: Environment = {
  name: "dev",
  isProduction: false,
  namespace: "milvus-dev",
  labels: {},
  cluster: { server: "https://kubernetes.default.svc" },
  argocd: { sync: "automated", selfHeal: true, prune: true, retries: 5, syncWindows: [], annotations: {} },
  placement: { hosts: "none", zones: "none", priorityClassName: undefined },
  imagePullSecrets: [],
  imagePullPolicy: "IfNotPresent",
  secrets: {
    provider: "existing",
    store: { name: "", kind: "ClusterSecretStore" },
    refreshInterval: "1h",
    required: [
      {
        purpose: "objectStorage",
        name: "milvus-object-storage",
        keys: ["access-key", "secret-key"],
        remoteKey: "milvus/dev/object-storage",
        sealed: {},
      },
    ],
  },
  authentication: {
    milvus: { enabled: false, superUsers: [] },
    pulsar: { enabled: false, enforced: true },
    etcd: { enabled: false, enforced: true },
  },
  etcd: {
    ...workload(1, ["100m", "256Mi", "64Mi"], ["1", "5Gi", "512Mi"]),
    mode: "internal",
    image: image("quay.io/coreos/etcd", "v3.5.25"),
    storage: volume("10Gi"),
    rootPath: "milvus",
    quotaBackendBytes: 4_294_967_296,
    autoCompaction: { mode: "revision", retention: "1000" },
    heartbeatInterval: 500,
    electionTimeout: 2500,
    snapshotCount: 10_000,
  },
  objectStorage: {
    type: "minio",
    bucket: "milvus",
    rootPath: "files",
    minio: {
      ...workload(1, ["100m", "512Mi", "64Mi"], ["1", "2Gi", "512Mi"]),
      mode: "standalone",
      image: image("quay.io/minio/minio", "RELEASE.2024-12-18T13-15-44Z"),
      drivesPerServer: 1,
      storage: volume("50Gi"),
      parity: undefined,
    },
  },
  messageQueue: {
    type: "pulsar",
    mode: "standalone",
    channelPrefix: "milvus",
    tenant: "public",
    namespace: "default",
    maxMessageSize: 5_242_880,
    image: image("apachepulsar/pulsar", "3.0.7"),
    standalone: {
      ...workload(1, ["250m", "1Gi", "256Mi"], ["2", "2Gi", "2Gi"]),
      jvm: { heap: "512m", directMemory: "512m" },
      storage: volume("20Gi"),
    },
    retention: {
      minutes: 10_080,
      megabytes: -1,
      backlogGigabytes: 8,
      backlogPolicy: "producer_request_hold",
      ttlSeconds: 259_200,
    },
  },
  milvus: {
    version: "2.6.20",
    family: "2.6",
    image: image("milvusdb/milvus", "v2.6.20"),
    coordinators: "mixed",
    roles: [
      { name: "mixCoord", ...COORDINATOR_OR_PROXY, env: {}, config: {}, localStorage: "1Gi", ...NOTHING_SPECIAL },
      ...(["streamingNode", "queryNode", "dataNode"] satisfies RoleName[]).map((name) => ({
        name,
        ...WORKER,
        env: {},
        config: {},
        localStorage: "4Gi",
        localStorageClass: undefined,
        autoscaling: undefined,
        group: undefined,
        gpu: undefined,
      })),
      { name: "proxy", ...COORDINATOR_OR_PROXY, env: {}, config: {}, localStorage: "1Gi", ...NOTHING_SPECIAL },
    ],
    config: {},
    readOnlyRootFilesystem: true,
  },
  exposure: { type: "ClusterIP", annotations: {} },
  monitoring: {
    enabled: false,
    interval: "30s",
    labels: {},
    rules: { enabled: true, labels: {}, runbookUrl: undefined },
    dashboards: { enabled: true, labels: { grafana_dashboard: "1" }, folder: undefined },
  },
  network: {
    policies: false,
    clients: { namespaces: [], cidrs: [] },
    controllerNamespace: undefined,
    scrapers: { namespaces: ["monitoring"], podLabels: {} },
    dns: { namespace: "kube-system", nodeLocal: false },
    egress: {
      etcd: { namespaces: [], cidrs: [] },
      objectStorage: { namespaces: [], cidrs: [] },
      identity: { namespaces: [], cidrs: [] },
      messageQueue: { namespaces: [], cidrs: [] },
      backup: { namespaces: [], cidrs: [] },
    },
  },
  attu: undefined,
  quota: {
    enabled: false,
    headroom: 20,
    containers: {
      requests: { cpu: "100m", memory: "128Mi", "ephemeral-storage": "64Mi" },
      limits: { cpu: "500m", memory: "512Mi", "ephemeral-storage": "1Gi" },
    },
  },
  tls: {
    certificates: "cert-manager",
    issuer: undefined,
    duration: "8760h",
    renewBefore: "720h",
    revision: 0,
    clusterDomain: "cluster.local",
    hosts: [],
    etcd: false,
    objectStorage: false,
    pulsar: false,
    milvus: "off",
    internal: false,
  },
  backup: {
    timeZone: "UTC",
    destination: {
      isOwn: true,
      address: "minio",
      port: 9000,
      useSSL: false,
      region: undefined,
      bucket: "milvus",
      rootPath: "backup/dev",
    },
    client: { repository: "quay.io/minio/minio", tag: "RELEASE.2024-12-18T13-15-44Z", digest: undefined },
    etcd: undefined,
    milvus: undefined,
    velero: false,
  },
  owners: [],
  gates: { health: "none", soakSeconds: 0, checks: [] },
  hasCustom: false,
  suppressions: [],
};
