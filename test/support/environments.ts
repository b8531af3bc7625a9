import type {
  Attu,
  AttuIngress,
  Authentication,
  Autoscaling,
  Backup,
  BackupJob,
  CollectionBackup,
  Environment,
  Etcd,
  Image,
  Minio,
  MinioStorage,
  Monitoring,
  Network,
  Placement,
  PulsarCluster,
  PulsarStandalone,
  RequiredSecret,
  ResourceRequirements,
  Role,
  RoleName,
  Tls,
  Volume,
  Workload,
} from "../../generator/model/environment.ts";

const VERSION = "2.6.20";

/**
 * A complete environment like a team's production: Milvus 2.6, etcd of 3, MinIO of 4 servers with a drive each and a Pulsar
 * cluster. Fields are replaced whole: `anEnvironment({ etcd: anEtcd({ replicas: 5 }) })`.
 */
export function anEnvironment(overrides: Partial<Environment> = {}): Environment {
  return {
    name: "prod",
    isProduction: true,
    namespace: "milvus-prod",
    labels: {},
    cluster: { name: "in-cluster" },
    argocd: { sync: "automated", selfHeal: true, prune: true, retries: 5, syncWindows: [], annotations: {} },
    placement: aPlacement(),
    imagePullSecrets: [],
    imagePullPolicy: "IfNotPresent",
    secrets: {
      provider: "existing",
      store: { name: "vault", kind: "ClusterSecretStore" },
      refreshInterval: "1h",
      required: [aRequiredSecret()],
    },
    authentication: anAuthentication(),
    etcd: anEtcd(),
    objectStorage: aMinioStorage(),
    messageQueue: aPulsarCluster(),
    milvus: {
      version: VERSION,
      family: "2.6",
      image: anImage("milvusdb/milvus", `v${VERSION}`),
      coordinators: "mixed",
      roles: [
        aRole("mixCoord"),
        aRole("streamingNode"),
        aRole("queryNode"),
        aRole("dataNode"),
        aRole("proxy", { replicas: 2 }),
      ],
      config: {},
      readOnlyRootFilesystem: true,
    },
    exposure: { type: "ClusterIP", annotations: {} },
    monitoring: aMonitoring(),
    network: aNetwork({ policies: false }),
    quota: { enabled: false, headroom: 20, containers: someResources() },
    tls: aTls(),
    backup: aBackup(),
    attu: undefined,
    owners: [],
    gates: { health: "required", soakSeconds: 86_400, checks: [] },
    hasCustom: false,
    suppressions: [],
    ...overrides,
  };
}

/** Nobody signs in. */
export function anAuthentication(overrides: Partial<Authentication> = {}): Authentication {
  return {
    milvus: { enabled: false, superUsers: [] },
    pulsar: { enabled: false, enforced: true },
    etcd: { enabled: false, enforced: true },
    ...overrides,
  };
}

export function aNetwork(overrides: Partial<Network> = {}): Network {
  const nobody = { namespaces: [], cidrs: [] };
  return {
    policies: true,
    clients: nobody,
    controllerNamespace: undefined,
    scrapers: { namespaces: ["monitoring"], podLabels: {} },
    dns: { namespace: "kube-system", nodeLocal: false },
    egress: { etcd: nobody, objectStorage: nobody, identity: nobody, messageQueue: nobody, backup: nobody },
    ...overrides,
  };
}

export function anEtcd(overrides: Partial<Etcd> = {}): Etcd {
  return {
    ...aWorkload({ replicas: 3 }),
    mode: "internal",
    image: anImage("quay.io/coreos/etcd", "v3.5.25"),
    storage: aVolume("10Gi"),
    rootPath: "by-dev",
    quotaBackendBytes: 1_073_741_824,
    autoCompaction: { mode: "revision", retention: "1000" },
    heartbeatInterval: 500,
    electionTimeout: 2500,
    snapshotCount: 10_000,
    ...overrides,
  };
}

export function aMinioStorage(minio: Partial<Minio> = {}): MinioStorage {
  return { type: "minio", bucket: "milvus", rootPath: "files", minio: aMinio(minio) };
}

export function aMinio(overrides: Partial<Minio> = {}): Minio {
  return {
    ...aWorkload({ replicas: 4 }),
    mode: "distributed",
    image: anImage("quay.io/minio/minio", "RELEASE.2024-12-18T13-15-44Z"),
    drivesPerServer: 1,
    storage: aVolume("100Gi"),
    parity: undefined,
    ...overrides,
  };
}

export function aPulsarCluster(overrides: Partial<PulsarCluster> = {}): PulsarCluster & { readonly channelPrefix: string } {
  const jvm = { heap: "512m", directMemory: "512m" };
  return {
    type: "pulsar",
    mode: "cluster",
    channelPrefix: "by-dev",
    tenant: "public",
    namespace: "default",
    maxMessageSize: 5_242_880,
    image: anImage("apachepulsar/pulsar", "3.0.7"),
    zookeeper: { ...aWorkload({ replicas: 3 }), jvm, storage: aVolume("20Gi") },
    bookkeeper: { ...aWorkload({ replicas: 3 }), jvm, journal: aVolume("50Gi"), ledgers: aVolume("100Gi") },
    autorecovery: { ...aWorkload(), jvm },
    broker: { ...aWorkload({ replicas: 2 }), jvm },
    proxy: { ...aWorkload({ replicas: 2 }), jvm },
    ensembleSize: 3,
    writeQuorum: 3,
    ackQuorum: 2,
    retention: {
      minutes: 4320,
      megabytes: -1,
      backlogGigabytes: 8,
      backlogPolicy: "producer_request_hold",
      ttlSeconds: 259_200,
    },
    ...overrides,
  };
}

export function aPulsarStandalone(
  overrides: Partial<PulsarStandalone> = {},
): PulsarStandalone & { readonly channelPrefix: string } {
  const { channelPrefix, tenant, namespace, maxMessageSize, image, retention } = aPulsarCluster();
  return {
    type: "pulsar",
    mode: "standalone",
    channelPrefix,
    tenant,
    namespace,
    maxMessageSize,
    image,
    standalone: { ...aWorkload(), jvm: { heap: "1g", directMemory: "512m" }, storage: aVolume("20Gi") },
    retention,
    ...overrides,
  };
}

/** What a role may have besides. */
const NOTHING_SPECIAL = { localStorageClass: undefined, autoscaling: undefined, gpu: undefined };

export function aRole(name: RoleName, overrides: Partial<Role> = {}): Role {
  return {
    ...aWorkload(),
    name,
    group: undefined,
    env: {},
    config: {},
    localStorage: "10Gi",
    ...NOTHING_SPECIAL,
    ...overrides,
  };
}

export function anAutoscaling(overrides: Partial<Autoscaling> = {}): Autoscaling {
  return { by: "hpa", maxReplicas: 8, cpu: 60, memory: undefined, prometheus: [], ...overrides };
}

export function aWorkload(overrides: Partial<Workload> = {}): Workload {
  return {
    replicas: 1,
    resources: someResources(),
    nodeSelector: {},
    tolerations: [],
    priorityClassName: undefined,
    labels: {},
    annotations: {},
    ...overrides,
  };
}

export function someResources(): ResourceRequirements {
  return {
    requests: { cpu: "500m", memory: "2Gi", "ephemeral-storage": "100Mi" },
    limits: { cpu: "1", memory: "2Gi", "ephemeral-storage": "1Gi" },
  };
}

export function anImage(repository: string, tag: string, digest?: string): Image {
  return { repository, tag, digest };
}

export function aVolume(size: string, overrides: Partial<Volume> = {}): Volume {
  return { size, storageClass: "standard", ...overrides };
}

export function aPlacement(overrides: Partial<Placement> = {}): Placement {
  return { hosts: "required", zones: "preferred", priorityClassName: undefined, ...overrides };
}

export function anAttu(overrides: Partial<Attu> = {}): Attu {
  return { ...aWorkload(), image: anImage("zilliz/attu", "v2.5.12"), exposure: { type: "ClusterIP" }, ...overrides };
}

export function anAttuIngress(overrides: Partial<AttuIngress> = {}): AttuIngress {
  return {
    type: "Ingress",
    controller: "nginx",
    controllerNamespace: "ingress-nginx",
    className: "nginx",
    host: "attu.example.com",
    tlsSecretName: "attu-tls",
    annotations: {},
    ...overrides,
  };
}

/** Switched off, as in every profile. */
export function aMonitoring(overrides: Partial<Monitoring> = {}): Monitoring {
  return {
    enabled: false,
    interval: "30s",
    labels: {},
    rules: { enabled: true, labels: {}, runbookUrl: undefined },
    dashboards: { enabled: true, labels: { grafana_dashboard: "1" }, folder: undefined },
    ...overrides,
  };
}

/** Everything off, as in every profile. */
export function aTls(overrides: Partial<Tls> = {}): Tls {
  return {
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
    ...overrides,
  };
}

/** Nothing is saved; what would be goes to the environment's own MinIO. */
export function aBackup(overrides: Partial<Backup> = {}): Backup {
  return {
    timeZone: "UTC",
    destination: {
      isOwn: true,
      address: "minio",
      port: 9000,
      useSSL: false,
      region: undefined,
      bucket: "milvus",
      rootPath: "backup/prod",
    },
    client: anImage("quay.io/minio/minio", "RELEASE.2024-12-18T13-15-44Z"),
    etcd: undefined,
    milvus: undefined,
    velero: false,
    ...overrides,
  };
}

export function aBackupJob(overrides: Partial<BackupJob> = {}): BackupJob {
  return { ...aWorkload(), schedule: "7 * * * *", retention: { days: 7, atLeast: 3 }, ...overrides };
}

export function aCollectionBackup(overrides: Partial<CollectionBackup> = {}): CollectionBackup {
  return {
    ...aBackupJob({ schedule: "37 1 * * *" }),
    image: anImage("milvusdb/milvus-backup", "v0.5.16"),
    collections: [],
    deadlineSeconds: 21_600,
    ...overrides,
  };
}

export function aRequiredSecret(overrides: Partial<RequiredSecret> = {}): RequiredSecret {
  return {
    purpose: "objectStorage",
    name: "milvus-object-storage",
    keys: ["access-key", "secret-key"],
    remoteKey: "milvus/prod/object-storage",
    sealed: {},
    ...overrides,
  };
}
