import { milvusKey } from "./milvus-key.ts";

/** Why a person may not set a key of Milvus: where the value belongs instead. */
export interface Owner {
  readonly message: string;
  readonly remedy: string;
}

/** Who sets a key of Milvus, if it is not the person's to set. */
export function ownerOf(name: string): Owner | undefined {
  const key = milvusKey(name);
  return EXACT.get(key) ?? SECTIONS.find(([section]) => key.startsWith(section))?.[1];
}

const CREDENTIAL: Owner = {
  message: "A credential reaches Milvus from a Secret alone.",
  remedy: "Remove it, and put the value into the Secret that secrets names.",
};

function owned(field: string): Owner {
  return { message: `The generator sets it from ${field}.`, remedy: `Remove it, and use ${field}.` };
}

const FIXED: Owner = {
  message: "The generator sets it, because Services, probes and volumes depend on it.",
  remedy: "Remove it.",
};

const CREDENTIALS = [
  "minio.accessKeyID",
  "minio.secretAccessKey",
  "minio.gcpCredentialJSON",
  "etcd.auth.userName",
  "etcd.auth.password",
  "kafka.saslUsername",
  "kafka.saslPassword",
  "kafka.ssl.tlsKeyPassword",
  "pulsar.authParams",
  "common.security.defaultRootPassword",
];

const OWNED: Readonly<Record<string, readonly string[]>> = {
  "etcd.endpoints": ["etcd.endpoints"],
  "etcd.rootPath": ["etcd.rootPath"],
  objectStorage: [
    ...["minio.address", "minio.port", "minio.useSSL", "minio.useIAM", "minio.iamEndpoint", "minio.cloudProvider"],
    ...["minio.region", "minio.useVirtualHost", "common.storageType"],
  ],
  "objectStorage.bucket": ["minio.bucketName"],
  "objectStorage.rootPath": ["minio.rootPath"],
  "authentication.milvus": ["common.security.authorizationEnabled", "common.security.superUsers"],
  "authentication.pulsar": ["pulsar.authPlugin"],
  "authentication.etcd": ["etcd.auth.enabled"],
  "messageQueue.type": ["mq.type"],
  "messageQueue.channelPrefix": ["msgChannel.chanNamePrefix.cluster", "common.chanNamePrefix.cluster"],
  "messageQueue.pulsar": [
    ...["pulsar.address", "pulsar.port", "pulsar.webaddress", "pulsar.webport", "pulsar.tenant", "pulsar.namespace"],
    "pulsar.maxMessageSize",
  ],
  "messageQueue.kafka": [
    "kafka.brokerList",
    "kafka.securityProtocol",
    "kafka.saslMechanisms",
    "kafka.ssl.enabled",
    "kafka.ssl.tlsCaCert",
  ],
};

const ROLES = [
  "rootCoord",
  "dataCoord",
  "queryCoord",
  "mixCoord",
  "streamingNode",
  "queryNode",
  "dataNode",
  "indexNode",
  "proxy",
];

const FIXED_KEYS = [
  ...ROLES.flatMap((role) => [`${role}.port`, `${role}.ip`, `${role}.enableActiveStandby`]),
  ...["proxy.internalPort", "metastore.type", "localStorage.path", "METRICS_PORT", "MILVUSCONF", "LOCAL_STORAGE_SIZE"],
];

const EXACT: ReadonlyMap<string, Owner> = new Map([
  ...CREDENTIALS.map((name) => [milvusKey(name), CREDENTIAL] as const),
  ...Object.entries(OWNED).flatMap(([field, names]) => names.map((name) => [milvusKey(name), owned(field)] as const)),
  ...FIXED_KEYS.map((name) => [milvusKey(name), FIXED] as const),
]);

/** Everything that begins so. */
const SECTIONS: readonly (readonly [string, Owner])[] = [[milvusKey("woodpecker.storage"), owned("objectStorage")]];
