import type { Settings } from "../schema/settings.ts";
import { ANYWHERE } from "./anywhere.ts";
import { between } from "./between.ts";

type MessageQueue = NonNullable<Settings["messageQueue"]>;

/** Of every size: heap and direct memory stay 1 GiB below the limit in brokers and bookies, half of that in the others. */
const PULSAR: NonNullable<MessageQueue["pulsar"]> = {
  mode: "standalone",
  // The version that the chart of Milvus 2.5 and 2.6 uses, and one that runs without root.
  image: { repository: "apachepulsar/pulsar", tag: "3.0.7" },
  // Tenant and namespace that Pulsar creates itself.
  tenant: "public",
  namespace: "default",
  // Pulsar's own limit, so that a Pulsar elsewhere takes the same messages.
  maxMessageSize: 5_242_880,
  standalone: {
    ...ANYWHERE,
    replicas: 1,
    resources: between({ cpu: ["250m", "2"], memory: ["1Gi", "2Gi"], disk: ["256Mi", "2Gi"] }),
    jvm: { heap: "512m", directMemory: "512m" },
    storage: { size: "20Gi" },
  },
  zookeeper: {
    ...ANYWHERE,
    replicas: 3,
    resources: between({ cpu: ["100m", "500m"], memory: ["512Mi", "1Gi"], disk: ["256Mi", "2Gi"] }),
    jvm: { heap: "256m", directMemory: "256m" },
    storage: { size: "10Gi" },
  },
  bookkeeper: {
    ...ANYWHERE,
    // One more than the ensemble, so that ledgers still find three bookies while one is away.
    replicas: 4,
    resources: between({ cpu: ["200m", "1"], memory: ["1Gi", "2Gi"], disk: ["256Mi", "2Gi"] }),
    jvm: { heap: "512m", directMemory: "512m" },
    journal: { size: "10Gi" },
    ledgers: { size: "20Gi" },
  },
  autorecovery: {
    ...ANYWHERE,
    replicas: 1,
    resources: between({ cpu: ["100m", "500m"], memory: ["512Mi", "1Gi"], disk: ["256Mi", "2Gi"] }),
    jvm: { heap: "256m", directMemory: "256m" },
  },
  broker: {
    ...ANYWHERE,
    replicas: 2,
    resources: between({ cpu: ["200m", "1"], memory: ["1Gi", "2Gi"], disk: ["256Mi", "2Gi"] }),
    jvm: { heap: "512m", directMemory: "512m" },
  },
  proxy: {
    ...ANYWHERE,
    replicas: 2,
    resources: between({ cpu: ["100m", "1"], memory: ["512Mi", "1Gi"], disk: ["256Mi", "2Gi"] }),
    jvm: { heap: "256m", directMemory: "256m" },
  },
  // Three copies, two of them on disk before a write counts: any one bookie may be lost.
  ensembleSize: 3,
  writeQuorum: 3,
  ackQuorum: 2,
  // As in the chart of Milvus 2.6. Milvus reads again what it had consumed but not flushed, so consumed messages stay a week, and a
  // full topic holds writers back instead of failing them.
  retention: {
    minutes: 10_080,
    megabytes: -1,
    backlogGigabytes: 8,
    backlogPolicy: "producer_request_hold",
    ttlSeconds: 259_200,
  },
  webPort: 8080,
};

export const MESSAGE_QUEUE_DEFAULTS: MessageQueue = {
  type: "pulsar",
  channelPrefix: "milvus",
  pulsar: PULSAR,
  // Milvus' own defaults, and the safe side: a broker without TLS and passwords has to be named as one.
  kafka: { securityProtocol: "SASL_SSL", saslMechanism: "PLAIN" },
};
