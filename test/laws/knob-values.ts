const SEALED = [`Ag${"A".repeat(120)}`, `Ag${"B".repeat(120)}`] as const;
const DIGESTS = [`sha256:${"0a".repeat(32)}`, `sha256:${"0b".repeat(32)}`] as const;
const POD = { key: "a", operator: "Equal", effect: "NoExecute" };

/**
 * Two values of a leaf, both of which are valid in its context. A leaf is named by its whole path or by the end of it; the first
 * row that fits counts. Lists and maps are given whole. `at` is the path that is set where the leaf cannot change alone.
 */
export interface KnobValues {
  readonly leaf: string;
  readonly values: readonly [unknown, unknown];
  readonly at?: string;
}

function knob(leaf: string, one: unknown, other: unknown): KnobValues {
  return { leaf, values: [one, other] };
}

function together(leaf: string, at: string, one: object, other: object): KnobValues {
  return { leaf, at, values: [one, other] };
}

const ENVIRONMENT = [
  knob("profile", "development", "production"),
  knob("namespace", "vectors", "search"),
  knob("cluster.name", "eu-1", "eu-2"),
  knob("cluster.server", "https://one.example.com:6443", "https://two.example.com:6443"),
  knob("owners[]", ["@acme/search"], ["@acme/vectors"]),
  knob("placement.hosts", "required", "preferred"),
  knob("placement.zones", "preferred", "none"),
  knob("imagePullSecrets[]", ["one"], ["other"]),
  knob("imagePullPolicy", "IfNotPresent", "Always"),
];

const ARGOCD = [
  knob("argocd.sync", "automated", "manual"),
  knob("argocd.selfHeal", true, false),
  knob("argocd.prune", true, false),
  knob("argocd.retries", 1, 2),
  knob("argocd.syncWindows[].kind", [aWindow()], [aWindow({ kind: "allow" })]),
  knob("argocd.syncWindows[].schedule", [aWindow()], [aWindow({ schedule: "0 6 * * *" })]),
  knob("argocd.syncWindows[].duration", [aWindow()], [aWindow({ duration: "3h" })]),
  knob("argocd.syncWindows[].timeZone", [aWindow()], [aWindow({ timeZone: "Europe/Berlin" })]),
  knob("argocd.syncWindows[].manualSync", [aWindow()], [aWindow({ manualSync: true })]),
];

function aWindow(settings: object = {}): object {
  return { kind: "deny", schedule: "0 22 * * *", duration: "2h", ...settings };
}

function aSealedToken(token: string): object {
  return { "public-key": SEALED[0], "server-token": SEALED[0], "milvus-token": token };
}

function sealedPasswords(milvus: string): object {
  return { "root-password": SEALED[0], "token-key": SEALED[0], "milvus-password": milvus };
}

const EXTERNAL_SECRETS = { provider: "external-secrets", store: { name: "vault" } };
const SECRETS = [
  together("secrets.provider", "secrets", { provider: "existing" }, EXTERNAL_SECRETS),
  knob("secrets.store.name", "vault", "keeper"),
  knob("secrets.store.kind", "SecretStore", "ClusterSecretStore"),
  knob("secrets.refreshInterval", "1h", "2h"),
  knob("secrets.objectStorage.name", "one", "other"),
  knob("secrets.kafka.name", "one", "other"),
  knob("secrets.milvusRoot.name", "one", "other"),
  knob("secrets.pulsar.name", "one", "other"),
  knob("secrets.etcd.name", "one", "other"),
  knob("remoteKey", "path/one", "path/other"),
  knob("sealed.objectStorage.*", { "access-key": SEALED[0] }, { "access-key": SEALED[1] }),
  knob("sealed.backup.*", { "access-key": SEALED[0] }, { "access-key": SEALED[1] }),
  knob("secrets.backup.name", "one", "other"),
  knob("sealed.milvusRoot.*", { password: SEALED[0] }, { password: SEALED[1] }),
  knob("sealed.pulsar.*", aSealedToken(SEALED[0]), aSealedToken(SEALED[1])),
  knob("sealed.etcd.*", sealedPasswords(SEALED[0]), sealedPasswords(SEALED[1])),
  knob("sealed.kafka.*", { username: SEALED[0] }, { username: SEALED[1] }),
];

const AUTHENTICATION = [
  knob("authentication.milvus.enabled", true, false),
  knob("authentication.milvus.superUsers[]", ["ann"], ["bob"]),
  knob("authentication.pulsar.enabled", true, false),
  knob("authentication.pulsar.enforced", true, false),
  knob("authentication.etcd.enabled", true, false),
  knob("authentication.etcd.enforced", true, false),
];

const STORES = [
  together("etcd.mode", "etcd", { mode: "internal" }, { mode: "external", endpoints: ["etcd.example.com:2379"] }),
  knob("rootPath", "one", "other"),
  knob("etcd.endpoints[]", ["one.example.com:2379"], ["other.example.com:2379"]),
  knob("etcd.replicas", 3, 5),
  knob("etcd.image.tag", "v3.5.24", "v3.5.25"),
  knob("quotaBackendBytes", 268_435_456, 536_870_912),
  together(
    "autoCompaction.mode",
    "etcd.autoCompaction",
    { mode: "revision", retention: "1000" },
    { mode: "periodic", retention: "1h" },
  ),
  knob("autoCompaction.retention", "1000", "2000"),
  knob("heartbeatInterval", 100, 200),
  knob("electionTimeout", 2500, 3000),
  knob("snapshotCount", 10_000, 50_000),
  together("objectStorage.type", "objectStorage", { type: "minio" }, { type: "external", external: anExternal() }),
  knob("objectStorage.bucket", "one", "other"),
  together(
    "minio.mode",
    "objectStorage.minio",
    { mode: "standalone", replicas: 1, drivesPerServer: 1 },
    { mode: "distributed", replicas: 4, drivesPerServer: 1 },
  ),
  knob("minio.replicas", 4, 8),
  knob("minio.drivesPerServer", 2, 4),
  knob("minio.image.tag", "RELEASE.2024-12-18T13-15-44Z", "RELEASE.2025-10-15T17-29-55Z"),
  knob("minio.parity", 2, 3),
  knob("external.provider", "aws", "gcp"),
  knob("external.address", "one.example.com", "other.example.com"),
  knob("external.port", 443, 9000),
  knob("external.useSSL", true, false),
  knob("external.region", "eu-central-1", "eu-west-1"),
  knob("external.auth", "keys", "iam"),
  knob("external.iamEndpoint", "https://one.example.com", "https://other.example.com"),
  knob("external.useVirtualHost", true, false),
  knob("serviceAccountAnnotations.*", { "acme.com/role": "one" }, { "acme.com/role": "other" }),
];

export function anExternal(settings: object = {}): object {
  return { provider: "aws", address: "s3.eu-central-1.amazonaws.com", region: "eu-central-1", ...settings };
}

const MESSAGE_QUEUE = [
  together("messageQueue.type", "messageQueue", { type: "pulsar" }, { type: "woodpecker" }),
  knob("channelPrefix", "one", "other"),
  together("pulsar.mode", "messageQueue.pulsar", { mode: "cluster" }, { mode: "standalone" }),
  knob("pulsar.image.tag", "3.0.7", "3.3.6"),
  knob("pulsar.tenant", "one", "other"),
  knob("pulsar.namespace", "one", "other"),
  knob("maxMessageSize", 2_097_152, 5_242_880),
  knob("zookeeper.replicas", 3, 5),
  knob("bookkeeper.replicas", 5, 6),
  knob("autorecovery.replicas", 1, 2),
  knob("ensembleSize", 3, 4),
  knob("writeQuorum", 2, 3),
  knob("ackQuorum", 2, 3),
  knob("retention.minutes", 60, 120),
  knob("retention.megabytes", -1, 100),
  knob("retention.backlogGigabytes", 8, 9),
  knob("retention.backlogPolicy", "producer_request_hold", "producer_exception"),
  knob("retention.ttlSeconds", 3600, 7200),
  knob("pulsar.address", "pulsar://one.example.com:6650", "pulsar://other.example.com:6650"),
  knob("pulsar.webPort", 8080, 8081),
  knob("kafka.brokers[]", ["one.example.com:9092"], ["other.example.com:9092"]),
  knob("kafka.securityProtocol", "SASL_SSL", "PLAINTEXT"),
  knob("kafka.saslMechanism", "PLAIN", "SCRAM-SHA-512"),
  knob("kafka.caSecretName", "one", "other"),
];

const MILVUS = [
  knob("milvus.version", "2.6.19", "2.6.20"),
  knob("milvus.family", "2.5", "2.6"),
  knob("milvus.image.tag", "v2.6.20", "v2.6.20-gpu"),
  knob("milvus.coordinators", "mixed", "dedicated"),
  knob("env.*", { TEAM: "one" }, { TEAM: "other" }),
  knob("milvus.config.*", { log: { level: "debug" } }, { log: { level: "warn" } }),
  knob("config.*", { "log.level": "debug" }, { "log.level": "warn" }),
  knob("localStorage", "1Gi", "1536Mi"),
  knob("localStorageClass", "one", "other"),
  knob("image.gpu.repository", "quay.io/acme/one", "quay.io/acme/other"),
  knob("image.gpu.tag", "v2.6.20-gpu", "v2.6.20-cuda12"),
  knob("image.gpu.digest", DIGESTS[0], DIGESTS[1]),
  knob("gpu.count", 1, 2),
  knob("gpu.resource", "nvidia.com/gpu", "nvidia.com/mig-3g.20gb"),
  knob("gpu.runtimeClassName", "one", "other"),
  knob("gpu.rollOut", "surge", "replace"),
  knob("readOnlyRootFilesystem", true, false),
];

const AUTOSCALING = [
  knob("autoscaling.enabled", true, false),
  knob("autoscaling.minReplicas", 2, 3),
  knob("autoscaling.maxReplicas", 8, 9),
  knob("autoscaling.cpu", 50, 60),
  knob("autoscaling.memory", 70, 80),
  knob("autoscaling.by", "hpa", "keda"),
  knob("autoscaling.prometheus[].query", [aQuestion()], [aQuestion({ query: "sum(up)" })]),
  knob("autoscaling.prometheus[].threshold", [aQuestion()], [aQuestion({ threshold: 0.5 })]),
  knob(
    "autoscaling.prometheus[].serverAddress",
    [aQuestion()],
    [aQuestion({ serverAddress: "https://metrics.example.com/api" })],
  ),
];

function aQuestion(settings: object = {}): object {
  const query = "sum(rate(milvus_proxy_req_count[5m]))";
  return { query, threshold: 100, serverAddress: "http://prometheus.monitoring:9090", ...settings };
}

const EXPOSURE = [
  together("exposure.type", "exposure", { type: "ClusterIP" }, { type: "LoadBalancer" }),
  knob("nodePort", 30_001, 30_002),
  knob("sourceRanges[]", ["10.0.0.0/8"], ["10.0.0.0/16"]),
  knob("loadBalancerClass", "acme.com/one", "acme.com/other"),
  knob("controller", "nginx", "traefik"),
  knob("className", "one", "other"),
  knob("host", "one.example.com", "other.example.com"),
  knob("tlsSecretName", "one", "other"),
  knob("externalTrafficPolicy", "Cluster", "Local"),
  knob("exposure.issuer.kind", "Issuer", "ClusterIssuer"),
  knob("exposure.issuer.name", "one", "other"),
  knob("gateway.name", "one", "other"),
  knob("gateway.namespace", "one", "other"),
  knob("gateway.sectionName", "one", "other"),
];

const ATTU = [
  knob("attu.enabled", true, false),
  knob("attu.image.tag", "v2.5.11", "v2.5.12"),
  together(
    "attu.exposure.type",
    "attu.exposure",
    { type: "ClusterIP" },
    { type: "Ingress", host: "attu.example.com", tlsSecretName: "attu-tls" },
  ),
];

const NETWORK = [
  knob("network.policies", true, false),
  knob("namespaces[]", ["one"], ["other"]),
  knob("cidrs[]", ["10.1.0.0/16"], ["10.2.0.0/16"]),
  knob("controllerNamespace", "one", "other"),
  knob("scrapers.podLabels.*", { app: "one" }, { app: "other" }),
  knob("dns.namespace", "one", "other"),
  knob("dns.nodeLocal", true, false),
];

const TLS = [
  knob("tls.certificates", "cert-manager", "existing"),
  together("tls.issuer.kind", "tls.issuer", { kind: "Issuer", name: "ours" }, { kind: "ClusterIssuer", name: "ours" }),
  together("tls.issuer.name", "tls.issuer", { kind: "Issuer", name: "one" }, { kind: "Issuer", name: "other" }),
  knob("tls.duration", "2160h", "4320h"),
  knob("tls.renewBefore", "240h", "360h"),
  knob("tls.revision", 1, 2),
  knob("tls.clusterDomain", "cluster.example", "k8s.example.com"),
  knob("tls.hosts[]", ["one.example.com"], ["10.0.0.1"]),
  knob("tls.etcd", true, false),
  knob("tls.objectStorage", true, false),
  knob("tls.pulsar", true, false),
  knob("tls.milvus", "server", "mutual"),
  knob("tls.internal", true, false),
];

const QUOTA = [knob("quota.enabled", true, false), knob("headroom", 10, 50)];

/** What every workload takes. */
const WORKLOAD = [
  knob("replicas", 2, 3),
  knob("requests.cpu", "50m", "60m"),
  knob("requests.memory", "300Mi", "310Mi"),
  knob("requests.ephemeral-storage", "32Mi", "48Mi"),
  knob("limits.cpu", "10", "12"),
  knob("limits.memory", "32Gi", "48Gi"),
  knob("limits.ephemeral-storage", "40Gi", "48Gi"),
  knob("nodeSelector.*", { disk: "nvme" }, { disk: "ssd" }),
  knob("tolerations[].key", [POD], [{ ...POD, key: "b" }]),
  knob("tolerations[].operator", [POD], [{ ...POD, operator: "Exists" }]),
  knob("tolerations[].value", [{ ...POD, value: "one" }], [{ ...POD, value: "other" }]),
  knob("tolerations[].effect", [POD], [{ ...POD, effect: "NoSchedule" }]),
  knob("tolerations[].tolerationSeconds", [{ ...POD, tolerationSeconds: 1 }], [{ ...POD, tolerationSeconds: 2 }]),
  knob("priorityClassName", "one", "other"),
  knob("labels.*", { team: "one" }, { team: "other" }),
  knob("annotations.*", { "acme.com/note": "one" }, { "acme.com/note": "other" }),
  knob("image.repository", "quay.io/acme/one", "quay.io/acme/other"),
  knob("image.digest", DIGESTS[0], DIGESTS[1]),
  knob("size", "500Gi", "600Gi"),
  knob("storageClass", "one", "other"),
  knob("jvm.heap", "200m", "220m"),
  knob("jvm.directMemory", "200m", "220m"),
];

const MONITORING = [
  knob("monitoring.enabled", true, false),
  knob("monitoring.interval", "30s", "1m"),
  knob("monitoring.labels.*", { release: "one" }, { release: "other" }),
  knob("monitoring.rules.enabled", true, false),
  knob("monitoring.rules.labels.*", { role: "one" }, { role: "other" }),
  knob("monitoring.dashboards.enabled", true, false),
  knob("monitoring.dashboards.labels.*", { board: "one" }, { board: "other" }),
  knob("dashboards.folder", "One", "Other"),
  knob("runbookUrl", "https://wiki.example.com/one", "https://wiki.example.com/other"),
];

const PLACE = { address: "s3.example.com", bucket: "one" };
const BACKUP = [
  knob("backup.timeZone", "UTC", "Europe/Berlin"),
  together("backup.destination.address", "backup.destination", PLACE, { ...PLACE, address: "other.example.com" }),
  knob("backup.destination.port", 443, 9000),
  knob("backup.destination.useSSL", true, false),
  knob("backup.destination.region", "eu-central-1", "eu-west-1"),
  knob("backup.destination.bucket", "one", "other"),
  knob("backup.etcd.enabled", true, false),
  knob("backup.milvus.enabled", true, false),
  knob("backup.velero.enabled", true, false),
  knob("schedule", "7 * * * *", "8 * * * *"),
  knob("retention.days", 7, 8),
  knob("retention.atLeast", 3, 4),
  knob("backup.milvus.image.tag", "v0.5.15", "v0.5.16"),
  knob("backup.image.tag", "RELEASE.2024-12-18T13-15-44Z", "RELEASE.2025-10-15T17-29-55Z"),
  knob("collections[]", ["orders"], ["shop.*"]),
  knob("backup.milvus.deadline", "1h", "2h"),
];

export const KNOBS: readonly KnobValues[] = [
  ...ENVIRONMENT,
  ...ARGOCD,
  ...SECRETS,
  ...AUTHENTICATION,
  ...STORES,
  ...MESSAGE_QUEUE,
  ...MILVUS,
  ...AUTOSCALING,
  ...ATTU,
  ...EXPOSURE,
  ...MONITORING,
  ...NETWORK,
  ...QUOTA,
  ...TLS,
  ...BACKUP,
  ...WORKLOAD,
];
