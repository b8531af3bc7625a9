import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { milvus } from "../../../generator/components/milvus/index.ts";
import type { Unit } from "../../../generator/kubernetes/resource.ts";
import type { Environment, Exposure, ExternalStorage, Family, MessageQueue } from "../../../generator/model/environment.ts";
import { RELEASES, type Topology } from "../../../generator/model/releases/index.ts";
import { isKnownKey } from "../../../generator/model/releases/known-keys/index.ts";
import { TLS_SINCE } from "../../../generator/model/releases/tls-since.ts";
import { readSources } from "../../../generator/system/repository.ts";
import { anEnvironment, aPulsarCluster, aPulsarStandalone, aRequiredSecret, aTls } from "../../support/environments.ts";
import { planOf } from "../../support/plans.ts";
import { aMilvus, FAMILY_TOPOLOGIES, someExternalStorage, someKafka } from "./environments.ts";

const COMMITTED = planOf(readSources(join(import.meta.dirname, "..", "..", ".."))).environments;

describe.each(FAMILY_TOPOLOGIES)("Milvus of $family with $coordinators coordinators", ({ family, coordinators }) => {
  const units = environments(family, coordinators).flatMap((environment) => milvus.units(environment));
  const settings = units.flatMap(fileSettings);
  const variables = units.flatMap(variablesOf);

  it("knows every key of the file that is written for it", () => {
    expect(settings.length).toBeGreaterThan(500);
    expect(unknown(family, settings.map(keyOf))).toEqual([]);
  });

  it("knows every variable that its pods get", () => {
    expect([...new Set(variables)].sort()).toEqual([
      ...(family === "2.3" ? [] : ["COMMON_SECURITY_DEFAULTROOTPASSWORD", "ETCD_AUTH_PASSWORD", "ETCD_AUTH_USERNAME"]),
      "KAFKA_SASLPASSWORD",
      "KAFKA_SASLUSERNAME",
      "LOCAL_STORAGE_SIZE",
      "MINIO_ACCESS_KEY_ID",
      "MINIO_SECRET_ACCESS_KEY",
      "PULSAR_AUTHPARAMS",
      "PULSAR_TOKEN",
      "QUERYNODE_GRACEFULSTOPTIMEOUT",
      "SSL_CERT_FILE",
    ]);
    // The first is a part of PULSAR_AUTHPARAMS, the second Go's own.
    expect(unknown(family, variables)).toEqual(["PULSAR_TOKEN", "SSL_CERT_FILE"]);
  });

  it("gets numbers where its own file has numbers, and so with booleans and texts", () => {
    const wrong = settings.filter(([key, value]) => kindOf(value) !== KINDS.get(key));

    expect([...new Set(wrong.map(([key, value]) => `${key}: ${JSON.stringify(value)}`))]).toEqual([]);
  });
});

/**
 * Of every key that is written, what `configs/milvus.yaml` of 2.3.21, 2.4.18, 2.5.27 and 2.6.20 has there; they agree. Milvus joins a
 * list with commas into the text that it reads.
 */
const KINDS: ReadonlyMap<string, string> = new Map([
  ...ofKind(
    "boolean",
    `common.security.authorizationEnabled dataCoord.enableActiveStandby indexNode.enableDisk log.stdout minio.useIAM minio.useSSL minio.useVirtualHost
     mixCoord.enableActiveStandby queryCoord.enableActiveStandby queryNode.cache.enabled
     queryNode.segcore.growing.enableIndex queryNode.segcore.interimIndex.enableIndex quotaAndLimits.enabled
     rootCoord.enableActiveStandby`,
  ),
  ...ofKind(
    "number",
    `common.session.ttl dataCoord.channel.watchTimeoutInterval dataCoord.port dataCoord.segment.diskSegmentMaxSize
     dataNode.port indexNode.port minio.port proxy.grpc.clientMaxRecvSize proxy.grpc.clientMaxSendSize
     proxy.grpc.serverMaxRecvSize proxy.grpc.serverMaxSendSize proxy.maxTaskNum proxy.port pulsar.maxMessageSize
     pulsar.webport queryCoord.checkInterval queryCoord.port queryCoord.taskMergeCap queryNode.loadMemoryUsageFactor
     queryNode.port quotaAndLimits.limits.maxCollectionNumPerDB rootCoord.port streamingNode.port`,
  ),
  ...ofKind(
    "text",
    `common.security.superUsers common.storageType etcd.endpoints etcd.rootPath log.format log.level metastore.type minio.address minio.bucketName
     minio.cloudProvider minio.region minio.rootPath mq.type msgChannel.chanNamePrefix.cluster pulsar.address pulsar.authPlugin
     pulsar.namespace pulsar.tenant trace.exporter woodpecker.storage.rootPath woodpecker.storage.type`,
  ),
  ...ofKind("boolean", "common.security.internaltlsEnabled etcd.auth.enabled etcd.ssl.enabled proxy.http.enabled"),
  ...ofKind("number", "common.security.tlsMode etcd.ssl.tlsMinVersion"),
  ...ofKind(
    "text",
    `etcd.ssl.tlsCACert etcd.ssl.tlsCert etcd.ssl.tlsKey_ internaltls.caPemPath internaltls.serverKeyPath
     internaltls.serverPemPath internaltls.sni minio.ssl.tlsCACert tls.caPemPath tls.serverKeyPath tls.serverPemPath`,
  ),
  // Their files leave these empty or commented out; the source reads them so.
  ...ofKind("boolean", "kafka.ssl.enabled"),
  ...ofKind("number", "proxy.http.port"),
  ...ofKind(
    "text",
    `kafka.brokerList kafka.saslMechanisms kafka.securityProtocol kafka.ssl.tlsCaCert log.file.rootPath minio.iamEndpoint
     proxy.accessLog.filename`,
  ),
]);

function ofKind(kind: string, keys: string): [string, string][] {
  return keys.split(/\s+/).map((key) => [key, kind]);
}

/** What decides about a key, varied one by one, and the committed environments as if they ran this family. */
function environments(family: Family, coordinators: Topology): Environment[] {
  const { messageQueues, objectStorageProviders } = RELEASES[family];
  const milvus = aMilvus(family, coordinators, {
    // Two of each coordinator, so that one stands by.
    ...{ mixCoord: { replicas: 2 }, rootCoord: { replicas: 2 }, dataCoord: { replicas: 2 }, queryCoord: { replicas: 2 } },
    queryNode: { config: { "queryNode.gracefulStopTimeout": "600" } },
  });
  const required = [
    aRequiredSecret(),
    aRequiredSecret({ purpose: "kafka", name: "milvus-kafka", keys: ["username", "password"] }),
    aRequiredSecret({ purpose: "milvusRoot", name: "milvus-root", keys: ["password"] }),
    aRequiredSecret({ purpose: "pulsar", name: "milvus-pulsar", keys: ["milvus-token"] }),
    aRequiredSecret({ purpose: "etcd", name: "milvus-etcd", keys: ["root-password", "milvus-password", "token-key"] }),
  ];
  const secrets = { ...anEnvironment().secrets, required };
  const one = (overrides: Partial<Environment>) => anEnvironment({ milvus, secrets, ...overrides });
  return [
    ...COMMITTED.map(({ tls, authentication, ...environment }) => ({
      ...{ ...environment, milvus, tls: { ...tls, internal: false } },
      authentication: family === "2.3" ? { ...authentication, etcd: AUTHENTICATION.etcd } : authentication,
    })),
    one({
      tls: aTls({ etcd: true, objectStorage: true, milvus: "mutual", internal: TLS_SINCE[family].internal !== undefined }),
    }),
    ...QUEUES.filter(({ type }) => messageQueues.includes(type)).map((messageQueue) => one({ messageQueue })),
    ...objectStorageProviders.flatMap(storages).map((objectStorage) => one({ objectStorage })),
    one({ etcd: { mode: "external", endpoints: ["etcd.example.com:2379"], rootPath: "acme" } }),
    one({ authentication: AUTHENTICATION }),
    ...(family === "2.3" ? [] : [one({ authentication: { ...AUTHENTICATION, etcd: { enabled: true, enforced: true } } })]),
    ...EXPOSURES.map((exposure) => one({ exposure })),
  ];
}

const AUTHENTICATION = {
  milvus: { enabled: true, superUsers: ["ann", "bob"] },
  pulsar: { enabled: true, enforced: true },
  etcd: { enabled: false, enforced: true },
};

const { channelPrefix, tenant, namespace, maxMessageSize } = aPulsarCluster();
const QUEUES: readonly MessageQueue[] = [
  aPulsarCluster(),
  aPulsarStandalone(),
  {
    ...{ type: "pulsar", mode: "external", channelPrefix, tenant, namespace, maxMessageSize },
    ...{ address: "pulsar+ssl://pulsar.example.com:6651", webPort: 8443 },
  },
  someKafka(),
  someKafka({ securityProtocol: "PLAINTEXT", saslMechanism: undefined, caSecretName: undefined }),
  { type: "woodpecker", channelPrefix },
];

function storages(provider: ExternalStorage["provider"]): ExternalStorage[] {
  const iam = { auth: "iam", iamEndpoint: "https://sts.example.com", useVirtualHost: true } as const;
  return [
    someExternalStorage({ provider, auth: "keys", region: undefined, useSSL: false }),
    someExternalStorage({ provider, ...iam }),
  ];
}

const HOST = "milvus.example.com";
const EXPOSURES: readonly Exposure[] = [
  { type: "NodePort", nodePort: 30_001, externalTrafficPolicy: "Cluster", annotations: {} },
  {
    type: "LoadBalancer",
    sourceRanges: ["10.0.0.0/8"],
    externalTrafficPolicy: "Cluster",
    loadBalancerClass: undefined,
    annotations: {},
  },
  {
    type: "Ingress",
    controller: "nginx",
    className: "nginx",
    host: HOST,
    tlsSecretName: "tls",
    issuer: undefined,
    annotations: {},
  },
  { type: "Gateway", gateway: { name: "public", namespace: "gateways", sectionName: undefined }, host: HOST, annotations: {} },
];

type Setting = readonly [key: string, value: unknown];

function fileSettings({ config }: Unit): Setting[] {
  return Object.values(config?.files ?? {}).flatMap((file) => settingsBelow("", file));
}

function settingsBelow(above: string, value: unknown): Setting[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [[above, value]];
  return Object.entries(value).flatMap(([key, below]) => settingsBelow(above === "" ? key : `${above}.${key}`, below));
}

interface Pods {
  readonly template: { readonly spec: Readonly<Record<"containers" | "initContainers", readonly Container[] | undefined>> };
}

interface Container {
  readonly env?: readonly { readonly name: string }[];
}

function variablesOf({ resources }: Unit): string[] {
  const pods = resources.filter(({ object }) => object.kind === "Deployment").map(({ object }) => object.spec as Pods);
  const containers = pods.flatMap(({ template: { spec } }) => [...(spec.containers ?? []), ...(spec.initContainers ?? [])]);
  return containers.flatMap(({ env = [] }) => env.map(({ name }) => name));
}

function keyOf([key]: Setting): string {
  return key;
}

function unknown(family: Family, keys: readonly string[]): string[] {
  return [...new Set(keys)].filter((key) => !isKnownKey(family, key));
}

function kindOf(value: unknown): string {
  return typeof value === "string" || Array.isArray(value) ? "text" : typeof value;
}
