import type { Image, Volume, Workload } from "./workload.ts";

/** The prefix of every channel's name, the same in all roles and for the life of the data. */
export interface Channels {
  readonly channelPrefix: string;
}

export type MessageQueue = Channels & (PulsarStandalone | PulsarCluster | ExternalPulsar | Kafka | Woodpecker);

/** What Milvus needs to know of any Pulsar. */
export interface PulsarClient {
  readonly tenant: string;
  readonly namespace: string;
  /** Bytes; Milvus ≤ broker ≤ bookie − 10 KiB. */
  readonly maxMessageSize: number;
}

/** JVM memory, `512m`, `4g`. */
export interface Jvm {
  readonly heap: string;
  readonly directMemory: string;
}

export interface PulsarStandalone extends PulsarClient {
  readonly type: "pulsar";
  readonly mode: "standalone";
  readonly image: Image;
  readonly standalone: Workload & { readonly jvm: Jvm; readonly storage: Volume };
  readonly retention: PulsarRetention;
}

export interface PulsarCluster extends PulsarClient {
  readonly type: "pulsar";
  readonly mode: "cluster";
  readonly image: Image;
  readonly zookeeper: Workload & { readonly jvm: Jvm; readonly storage: Volume };
  readonly bookkeeper: Workload & { readonly jvm: Jvm; readonly journal: Volume; readonly ledgers: Volume };
  readonly autorecovery: Workload & { readonly jvm: Jvm };
  readonly broker: Workload & { readonly jvm: Jvm };
  readonly proxy: Workload & { readonly jvm: Jvm };
  readonly ensembleSize: number;
  readonly writeQuorum: number;
  readonly ackQuorum: number;
  readonly retention: PulsarRetention;
}

export interface PulsarRetention {
  /** Minutes a consumed message is kept. */
  readonly minutes: number;
  /** Megabytes, -1 for no limit. */
  readonly megabytes: number;
  /** Gigabytes of backlog that a topic may hold. */
  readonly backlogGigabytes: number;
  /** What a producer meets when the backlog is full. */
  readonly backlogPolicy: "producer_request_hold" | "producer_exception";
  /** Seconds after which an unread message expires. */
  readonly ttlSeconds: number;
}

export interface ExternalPulsar extends PulsarClient {
  readonly type: "pulsar";
  readonly mode: "external";
  /** `pulsar://host:6650` or `pulsar+ssl://host:6651`. */
  readonly address: string;
  readonly webPort: number;
}

export interface Kafka {
  readonly type: "kafka";
  /** `host:port` */
  readonly brokers: readonly string[];
  readonly securityProtocol: "PLAINTEXT" | "SASL_PLAINTEXT" | "SSL" | "SASL_SSL";
  /** Undefined without SASL. */
  readonly saslMechanism: "PLAIN" | "SCRAM-SHA-256" | "SCRAM-SHA-512" | undefined;
  /** A Secret with `ca.crt` for brokers of a private authority; undefined trusts the system's. */
  readonly caSecretName: string | undefined;
}

/** The write-ahead log of Milvus 2.6, in the streaming nodes; it keeps its data in object storage. */
export interface Woodpecker {
  readonly type: "woodpecker";
}
