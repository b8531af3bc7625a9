import fc from "fast-check";
import type { EnvironmentFile } from "../../generator/config/schema/environment.ts";
import type { Settings } from "../../generator/config/schema/settings.ts";
import type { Family, RoleName } from "../../generator/model/environment.ts";
import { RELEASES } from "../../generator/model/releases/index.ts";
import { anyAttu } from "./arbitrary-attu.ts";
import { anyAuthentication, type Passwords, withPasswords } from "./arbitrary-authentication.ts";
import { anyAutoscaling, SCALABLE } from "./arbitrary-autoscaling.ts";
import { anyBackup, usedBackup } from "./arbitrary-backup.ts";
import { anyDevices } from "./arbitrary-devices.ts";
import { anyGroups } from "./arbitrary-groups.ts";
import { anyNetwork } from "./arbitrary-network.ts";
import { anyTls } from "./arbitrary-tls.ts";

type Etcd = NonNullable<Settings["etcd"]>;
type ObjectStorage = NonNullable<Settings["objectStorage"]>;
type MessageQueue = NonNullable<Settings["messageQueue"]>;
type Pulsar = NonNullable<MessageQueue["pulsar"]>;
type Secrets = NonNullable<Settings["secrets"]>;
type Monitoring = NonNullable<Settings["monitoring"]>;
type Exposure = NonNullable<Settings["exposure"]>;
type Backup = NonNullable<Settings["backup"]>;

const SEALED = `Ag${"A".repeat(120)}`;
const DIGEST = `sha256:${"0a".repeat(32)}`;

/** Descriptions that the generator takes, over every family, topology, store, queue and exposure. */
export const anyEnvironment: fc.Arbitrary<EnvironmentFile> = fc
  .tuple(oneOf(...(Object.keys(RELEASES) as Family[])), oneOf("development" as const, "production" as const))
  .chain(([family, profile]) =>
    oneOf(...RELEASES[family].topologies).chain((coordinators) => environmentOf(family, profile, coordinators)),
  );

function environmentOf(family: Family, profile: string, coordinators: "mixed" | "dedicated"): fc.Arbitrary<EnvironmentFile> {
  return fc
    .record({
      access: messageQueue(family).chain((queue) =>
        anyAuthentication(queue).map((authentication) => ({ queue, authentication })),
      ),
      storage: objectStorage(),
      provider: oneOf("existing" as const, "external-secrets" as const, "sealed-secrets" as const),
      etcd: etcd(),
      milvus: milvus(family, coordinators),
      exposure: exposure(),
      monitoring: monitoring(),
      passwords: oneOf<Passwords>("none", "none", "shown", "asked"),
      saved: anyBackup,
      rest: rest(),
    })
    .map(({ access, passwords, storage, saved, ...others }) => ({
      ...access,
      authentication: withPasswords(access.authentication, passwords, family, others.etcd),
      ...others,
      storage,
      backup: usedBackup(saved, { profile, etcd: others.etcd, objectStorage: storage }),
    }))
    .map(({ queue, storage, provider, rest, ...others }) => ({
      apiVersion: "gitops.milvus.dev/v1alpha1" as const,
      kind: "Environment" as const,
      profile,
      ...rest,
      ...others,
      messageQueue: queue,
      objectStorage: storage,
      secrets: secrets(provider, storage, queue, others),
    }))
    .chain((file) => anyNetwork(file).map((network) => ({ ...file, network })))
    .chain((file) => anyTls(file).map((tls): EnvironmentFile => ({ ...file, ...tls })))
    .chain((file) => anyAttu(file).map((attu) => ({ ...file, ...attu })));
}

function etcd(): fc.Arbitrary<Etcd> {
  const internal = optional({
    replicas: oneOf(1, 3, 5),
    image: optional({ tag: oneOf("v3.5.18", "v3.6.8"), digest: fc.constant(DIGEST) }),
    storage: optional({ size: oneOf("20Gi", "30Gi"), storageClass: oneOf("standard", "fast-ssd") }),
    rootPath: oneOf("milvus", "by-dev/meta"),
    quotaBackendBytes: oneOf(268_435_456, 536_870_912),
    autoCompaction: oneOf({ mode: "periodic" as const, retention: "1h" }, { retention: "500" }),
    heartbeatInterval: oneOf(100, 400),
    snapshotCount: oneOf(10_000, 50_000),
    ...pods(),
  });
  const external = fc.constant<Etcd>({ mode: "external", endpoints: ["etcd-0.example.com:2379", "etcd-1.example.com:2379"] });
  return fc.oneof({ weight: 3, arbitrary: internal }, { weight: 1, arbitrary: external });
}

function objectStorage(): fc.Arbitrary<ObjectStorage> {
  const bucket = optional({ bucket: oneOf("milvus", "acme-vectors"), rootPath: oneOf("files", "a/b") });
  const layouts = [
    { mode: "standalone", replicas: 1, drivesPerServer: 1 },
    { mode: "distributed", replicas: 4, drivesPerServer: 1 },
    { mode: "distributed", replicas: 4, drivesPerServer: 4 },
    { mode: "distributed", replicas: 16, drivesPerServer: 1 },
  ] as const;
  const minio = fc
    .tuple(
      fc.constantFrom(...layouts),
      optional({ storage: fc.constant({ size: "200Gi", storageClass: "fast-ssd" }), ...pods() }),
    )
    .map(([layout, extra]): ObjectStorage => ({ type: "minio", minio: { ...extra, ...layout } }));
  const keys = fc
    .constantFrom("aws" as const, "azure" as const, "s3" as const)
    .map((provider): ObjectStorage => ({ type: "external", external: { ...S3, provider, auth: "keys" } }));
  const iam = fc.constant<ObjectStorage>({
    type: "external",
    external: {
      ...S3,
      provider: "aws",
      auth: "iam",
      serviceAccountAnnotations: { "eks.amazonaws.com/role-arn": "arn:aws:iam::1:role/m" },
    },
  });
  return fc
    .tuple(bucket, fc.oneof({ weight: 2, arbitrary: minio }, { weight: 1, arbitrary: fc.oneof(keys, iam) }))
    .map(([common, store]) => ({ ...common, ...store }));
}

const S3 = { address: "s3.eu-central-1.amazonaws.com", port: 443, useSSL: true, region: "eu-central-1" } as const;

function messageQueue(family: Family): fc.Arbitrary<MessageQueue> {
  const pulsar = fc.oneof(
    pulsarStandalone(),
    pulsarCluster(),
    fc.constant<Pulsar>({ mode: "external", address: "pulsar://p.example.com:6650", webPort: 8080 }),
  );
  const ours = pulsar.map((settings): MessageQueue => ({ type: "pulsar", pulsar: settings }));
  const kafka = fc
    .constantFrom(
      { securityProtocol: "PLAINTEXT" as const },
      { securityProtocol: "SASL_PLAINTEXT" as const, saslMechanism: "SCRAM-SHA-512" as const },
    )
    .map((security): MessageQueue => ({ type: "kafka", kafka: { brokers: ["k-0.example.com:9092"], ...security } }));
  const woodpecker = fc.constant<MessageQueue>({ type: "woodpecker" });
  const types = { pulsar: ours, kafka, woodpecker };
  return fc
    .tuple(fc.oneof(...RELEASES[family].messageQueues.map((type) => types[type])), oneOf("milvus", "by-dev"))
    .map(([queue, channelPrefix]) => ({ ...queue, channelPrefix }));
}

function pulsarStandalone(): fc.Arbitrary<Pulsar> {
  return optional({
    image: fc.constant({ tag: "3.3.6" }),
    standalone: optional({ storage: fc.constant({ size: "80Gi" }), ...pods() }),
  }).map((extra): Pulsar => ({ mode: "standalone", ...extra }));
}

function pulsarCluster(): fc.Arbitrary<Pulsar> {
  const bookies = oneOf(
    { bookies: 4, ensembleSize: 3, writeQuorum: 3, ackQuorum: 2 },
    { bookies: 6, ensembleSize: 4, writeQuorum: 2, ackQuorum: 2 },
    { bookies: 5, ensembleSize: 3, writeQuorum: 3, ackQuorum: 3 },
  );
  const roles = optional({
    zookeeper: optional({ replicas: oneOf(1, 3, 5), ...pods() }),
    broker: optional({ replicas: fc.integer({ min: 1, max: 4 }), ...pods() }),
    proxy: optional({ replicas: fc.integer({ min: 1, max: 4 }), ...pods() }),
    autorecovery: optional({ ...pods() }),
    retention: oneOf({ minutes: 60 }, { backlogPolicy: "producer_exception" as const, ttlSeconds: 86_400 }),
  });
  return fc.tuple(bookies, roles).map(
    ([{ bookies: replicas, ...quorum }, extra]): Pulsar => ({
      mode: "cluster",
      bookkeeper: { replicas },
      ...quorum,
      ...extra,
    }),
  );
}

function milvus(family: Family, coordinators: "mixed" | "dedicated"): fc.Arbitrary<NonNullable<Settings["milvus"]>> {
  const release = RELEASES[family];
  const roles = Object.fromEntries(release.rollOut[coordinators].map((name) => [name, role(family, name)]));
  return fc
    .record({
      roles: optional(roles),
      extra: optional({
        image: optional({ repository: oneOf("milvusdb/milvus", "quay.io/acme/milvus"), digest: fc.constant(DIGEST) }),
        config: oneOf({ queryNode: { gracefulStopTimeout: 600 } }, { log: { level: "debug" }, trace: { sampleFraction: 0.5 } }),
        readOnlyRootFilesystem: fc.boolean(),
      }),
    })
    .map(({ roles, extra }) => ({ version: release.newest, coordinators, roles, ...extra }));
}

function role(family: Family, name: RoleName): fc.Arbitrary<object> {
  return fc
    .tuple(
      fixedRole(name),
      SCALABLE.has(name) ? anyAutoscaling : fc.constant({}),
      anyDevices(family, name),
      anyGroups(family, name),
    )
    .map(([fixed, scaled, devices, groups]) => ({ ...fixed, ...scaled, ...devices, ...groups }));
}

function fixedRole(name: RoleName) {
  return optional({
    replicas: fc.integer({ min: 1, max: 5 }),
    env: oneOf({ ACME_TEAM: "search" }, { A: "1", B: "$(A)", Z_LAST: "yes" }),
    config: oneOf<Record<string, string>>({ "log.level": "debug" }, { [`${name}.enabled`]: "010" }),
    localStorage: oneOf("1Gi", "1536Mi"),
    ...pods(),
  });
}

/** What every workload takes. */
function pods() {
  return {
    nodeSelector: oneOf({ "node.kubernetes.io/instance-type": "m7i.2xlarge" }, { disk: "nvme", pool: "milvus" }),
    tolerations: oneOf([{ key: "dedicated", operator: "Equal" as const, value: "milvus", effect: "NoSchedule" as const }], []),
    priorityClassName: oneOf("milvus-critical"),
    labels: oneOf({ team: "search" }, { "acme.com/cost-center": "42" }),
    annotations: oneOf({ "acme.com/note": "true" }, { "acme.com/a": "x: y # z", "acme.com/b": "" }),
  };
}

function exposure(): fc.Arbitrary<Exposure> {
  return fc.oneof(
    fc.constant<Exposure>({ type: "ClusterIP" }),
    fc.integer({ min: 30_000, max: 32_767 }).map((nodePort): Exposure => ({ type: "NodePort", nodePort })),
    fc.constant<Exposure>({ type: "LoadBalancer", sourceRanges: ["10.0.0.0/8"], annotations: { "acme.com/lb": "internal" } }),
    fc.constant<Exposure>({ type: "LoadBalancer", externalTrafficPolicy: "Local" }),
    fc.constantFrom("nginx" as const, "traefik" as const).map(
      (controller): Exposure => ({
        type: "Ingress",
        controller,
        className: controller,
        host: "milvus.example.com",
        tlsSecretName: "tls",
        ...(controller === "nginx" ? { issuer: { kind: "ClusterIssuer", name: "public" } } : {}),
      }),
    ),
    fc.constant<Exposure>({ type: "Gateway", host: "milvus.example.com", gateway: { name: "public", namespace: "gateways" } }),
  );
}

function monitoring(): fc.Arbitrary<Monitoring> {
  const on = optional({
    interval: oneOf("15s", "1m"),
    labels: oneOf({ release: "kube-prometheus-stack" }, { "acme.com/prometheus": "platform", tier: "1" }),
    rules: unlessOff({
      labels: oneOf({ role: "alert-rules" }),
      runbookUrl: oneOf("https://github.com/acme/gitops/blob/main/docs/runbooks"),
    }),
    dashboards: unlessOff({
      labels: oneOf({ grafana_dashboard: "yes" }, { "acme.com/dashboard": "milvus" }),
      folder: oneOf("Milvus"),
    }),
  }).map((extra): Monitoring => ({ enabled: true, ...extra }));
  return fc.oneof(on, fc.constant<Monitoring>({}));
}

function rest() {
  return optional({
    namespace: oneOf("vectors", "milvus"),
    cluster: oneOf({ name: "eu-1" }, { server: "https://k8s.example.com:6443" }),
    labels: oneOf({ "acme.com/owner": "search" }),
    quota: oneOf({ enabled: true }, { enabled: true, headroom: 0 }, { enabled: false }),
    imagePullSecrets: oneOf(["registry"], ["a", "b"]),
    imagePullPolicy: oneOf("Always" as const),
    placement: oneOf(
      { hosts: "none" as const },
      { zones: "required" as const, priorityClassName: "milvus" },
      { hosts: "preferred" as const, zones: "none" as const },
    ),
    owners: oneOf(["@acme/search"], ["@acme/search", "@octocat"]),
    gates: oneOf({ soak: "90m" }, { health: "none" as const, soak: "0s" }, { checks: ["ci / smoke test"] }),
    argocd: oneOf({ sync: "manual" as const }, { selfHeal: false, prune: false, retries: 0 }),
  });
}

function secrets(
  provider: NonNullable<Secrets["provider"]>,
  storage: ObjectStorage,
  queue: MessageQueue,
  { backup, ...access }: Access & { readonly backup: Backup },
): Secrets {
  const needsKeys = storage.type === "minio" || storage.external?.auth === "keys";
  const needsKafka = queue.kafka?.saslMechanism !== undefined;
  if (provider === "external-secrets") return { provider, store: { name: "vault", kind: "SecretStore" } };
  if (provider === "existing") return { provider };
  return {
    provider,
    sealed: {
      ...(needsKeys ? { objectStorage: { "access-key": SEALED, "secret-key": SEALED } } : {}),
      ...sealedAccess(queue, access),
      ...(needsKafka ? { kafka: { username: SEALED, password: SEALED } } : {}),
      ...(backup.destination === undefined ? {} : { backup: { "access-key": SEALED, "secret-key": SEALED } }),
    },
  };
}

interface Access {
  readonly authentication: NonNullable<Settings["authentication"]>;
  readonly etcd: Etcd;
}

function sealedAccess(queue: MessageQueue, { authentication: { milvus, pulsar, etcd: passwords }, etcd }: Access) {
  return {
    ...(milvus?.enabled === true ? { milvusRoot: { password: SEALED } } : {}),
    ...(pulsar?.enabled === true ? { pulsar: sealedTokens(queue) } : {}),
    ...(passwords?.enabled === true ? { etcd: sealedPasswords(etcd) } : {}),
  };
}

function sealedTokens({ pulsar }: MessageQueue) {
  const ours = { "public-key": SEALED, "server-token": SEALED };
  return { "milvus-token": SEALED, ...(pulsar?.mode === "external" ? {} : ours) };
}

function sealedPasswords({ mode }: Etcd) {
  return {
    "milvus-password": SEALED,
    ...(mode === "external" ? { "milvus-user": SEALED } : { "root-password": SEALED, "token-key": SEALED }),
  };
}

/** The same, or switched off, since a field without effect is refused. */
function unlessOff<T>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Partial<T> | { enabled: boolean }> {
  return fc.oneof({ weight: 3, arbitrary: optional(fields) }, { weight: 1, arbitrary: fc.constant({ enabled: false }) });
}

/** A record each of whose fields may be missing. */
function optional<T>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Partial<T>> {
  return fc.record(fields, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;
}

/** One of the values. fast-check's own function makes lists readonly, which zod's types are not. */
function oneOf<T>(...values: T[]): fc.Arbitrary<T> {
  return fc.constantFrom(...values);
}
