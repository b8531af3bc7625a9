import { expect, it } from "vitest";
import type { Environment, RoleName } from "../../../generator/model/environment.ts";
import { resolveEnvironment } from "../../../generator/model/resolve/index.ts";
import { image, volume, workload } from "./expected.ts";
import { aPlatformFile, aSource } from "./sources.ts";

it("makes a complete environment that stands the loss of a node out of the profile production alone", () => {
  expect(resolveEnvironment(aPlatformFile(), aSource("production", {}, { name: "prod" }))).toEqual(PRODUCTION);
});

const WORKER = {
  ...workload(2, ["2", "8Gi", "10Gi"], ["4", "8Gi", "24Gi"]),
  env: {},
  config: {},
  localStorage: "20Gi",
  autoscaling: undefined,
};

const PRODUCTION: Environment = {
  name: "prod",
  isProduction: true,
  namespace: "milvus-prod",
  labels: {},
  cluster: { server: "https://kubernetes.default.svc" },
  argocd: { sync: "automated", selfHeal: true, prune: true, retries: 5, syncWindows: [], annotations: {} },
  placement: { hosts: "required", zones: "preferred" },
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
        remoteKey: "milvus/prod/object-storage",
        sealed: {},
      },
      {
        purpose: "milvusRoot",
        name: "milvus-root",
        keys: ["password"],
        remoteKey: "milvus/prod/root",
        sealed: {},
      },
    ],
  },
  authentication: { milvus: { enabled: true, superUsers: [] }, pulsar: { enabled: false, enforced: true } },
  etcd: {
    ...workload(3, ["1", "5Gi", "64Mi"], ["2", "5Gi", "512Mi"]),
    mode: "internal",
    image: image("quay.io/coreos/etcd", "v3.5.25"),
    storage: volume("20Gi"),
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
      ...workload(4, ["1", "8Gi", "64Mi"], ["2", "8Gi", "512Mi"]),
      mode: "distributed",
      image: image("quay.io/minio/minio", "RELEASE.2024-12-18T13-15-44Z"),
      drivesPerServer: 2,
      storage: volume("100Gi"),
      parity: undefined,
    },
  },
  messageQueue: {
    type: "pulsar",
    mode: "cluster",
    channelPrefix: "milvus",
    tenant: "public",
    namespace: "default",
    maxMessageSize: 5_242_880,
    image: image("apachepulsar/pulsar", "3.0.7"),
    zookeeper: {
      ...workload(3, ["500m", "2Gi", "256Mi"], ["1", "2Gi", "2Gi"]),
      jvm: { heap: "768m", directMemory: "512m" },
      storage: volume("30Gi"),
    },
    bookkeeper: {
      ...workload(4, ["1", "8Gi", "256Mi"], ["2", "8Gi", "2Gi"]),
      jvm: { heap: "2g", directMemory: "4g" },
      journal: volume("50Gi"),
      ledgers: volume("200Gi"),
    },
    autorecovery: {
      ...workload(1, ["100m", "1Gi", "256Mi"], ["500m", "1Gi", "2Gi"]),
      jvm: { heap: "256m", directMemory: "256m" },
    },
    broker: {
      ...workload(2, ["1", "4Gi", "256Mi"], ["2", "4Gi", "2Gi"]),
      jvm: { heap: "1g", directMemory: "2g" },
    },
    proxy: {
      ...workload(2, ["500m", "2Gi", "256Mi"], ["1", "2Gi", "2Gi"]),
      jvm: { heap: "512m", directMemory: "1g" },
    },
    ensembleSize: 3,
    writeQuorum: 3,
    ackQuorum: 2,
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
      {
        name: "mixCoord",
        ...workload(2, ["1", "4Gi", "256Mi"], ["2", "4Gi", "2Gi"]),
        env: {},
        config: {},
        localStorage: "1Gi",
        autoscaling: undefined,
      },
      ...(["streamingNode", "queryNode", "dataNode"] satisfies RoleName[]).map((name) => ({ name, ...WORKER })),
      {
        name: "proxy",
        ...workload(2, ["2", "4Gi", "256Mi"], ["4", "4Gi", "2Gi"]),
        env: {},
        config: {},
        localStorage: "1Gi",
        autoscaling: undefined,
      },
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
    policies: true,
    clients: { namespaces: [], cidrs: [] },
    controllerNamespace: undefined,
    scrapers: { namespaces: ["monitoring"], podLabels: {} },
    dns: { namespace: "kube-system", nodeLocal: false },
    egress: {
      etcd: { namespaces: [], cidrs: [] },
      objectStorage: { namespaces: [], cidrs: [] },
      identity: { namespaces: [], cidrs: [] },
      messageQueue: { namespaces: [], cidrs: [] },
    },
  },
  quota: {
    enabled: false,
    headroom: 20,
    containers: {
      requests: { cpu: "100m", memory: "128Mi", "ephemeral-storage": "64Mi" },
      limits: { cpu: "500m", memory: "512Mi", "ephemeral-storage": "1Gi" },
    },
  },
  owners: [],
  gates: { health: "required", soakSeconds: 86_400, checks: [] },
  hasCustom: false,
  suppressions: [],
};
