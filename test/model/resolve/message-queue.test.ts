import { describe, expect, it } from "vitest";
import type { Settings } from "../../../generator/config/schema/settings.ts";
import { resolved } from "./sources.ts";

type MessageQueueSettings = NonNullable<Settings["messageQueue"]>;

const queueOf = (messageQueue: MessageQueueSettings) => resolved("production", { messageQueue }).messageQueue;

describe("resolveMessageQueue", () => {
  it("lays what an environment says of a Pulsar cluster over the profile", () => {
    const queue = queueOf({
      channelPrefix: "vectors",
      pulsar: {
        bookkeeper: { replicas: 5, jvm: { heap: "3g" }, ledgers: { storageClass: "ssd" } },
        broker: { priorityClassName: "milvus-stores" },
        retention: { minutes: 1440 },
        ensembleSize: 4,
      },
    });

    expect(queue).toMatchObject({
      mode: "cluster",
      channelPrefix: "vectors",
      ensembleSize: 4,
      bookkeeper: {
        replicas: 5,
        jvm: { heap: "3g", directMemory: "4g" },
        journal: { size: "50Gi", storageClass: undefined },
        ledgers: { size: "200Gi", storageClass: "ssd" },
      },
      broker: { replicas: 2, priorityClassName: "milvus-stores" },
      retention: { minutes: 1440, ttlSeconds: 259_200 },
    });
  });

  it("has all it takes for a standalone Pulsar in production and for a cluster in development", () => {
    const { messageQueue } = resolved("development", { messageQueue: { pulsar: { mode: "cluster" } } });

    expect(queueOf({ pulsar: { mode: "standalone" } })).toMatchObject({ mode: "standalone", standalone: { replicas: 1 } });
    expect(messageQueue).toMatchObject({
      mode: "cluster",
      zookeeper: { replicas: 3 },
      bookkeeper: { replicas: 4 },
      ensembleSize: 3,
      writeQuorum: 3,
      ackQuorum: 2,
    });
  });

  it("knows of a Pulsar outside only how to reach it", () => {
    const pulsar = { mode: "external", address: "pulsar+ssl://pulsar.example.com:6651", tenant: "search" } as const;

    expect(queueOf({ pulsar })).toEqual({
      type: "pulsar",
      mode: "external",
      channelPrefix: "milvus",
      tenant: "search",
      namespace: "default",
      maxMessageSize: 5_242_880,
      address: "pulsar+ssl://pulsar.example.com:6651",
      webPort: 8080,
    });
  });

  it("reaches Kafka by TLS and with a password unless it is told otherwise", () => {
    expect(queueOf({ type: "kafka", kafka: { brokers: ["kafka-0.example.com:9093"] } })).toEqual({
      type: "kafka",
      channelPrefix: "milvus",
      brokers: ["kafka-0.example.com:9093"],
      securityProtocol: "SASL_SSL",
      saslMechanism: "PLAIN",
      caSecretName: undefined,
    });
  });

  it.each([
    { securityProtocol: "PLAINTEXT", saslMechanism: undefined },
    { securityProtocol: "SSL", saslMechanism: undefined },
    { securityProtocol: "SASL_PLAINTEXT", saslMechanism: "SCRAM-SHA-512" },
    { securityProtocol: "SASL_SSL", saslMechanism: "SCRAM-SHA-512" },
  ] as const)("with $securityProtocol has the mechanism $saslMechanism", ({ securityProtocol, saslMechanism }) => {
    const said = { brokers: ["kafka:9092"], securityProtocol, caSecretName: "kafka-ca" };

    expect(queueOf({ type: "kafka", kafka: { ...said, saslMechanism: "SCRAM-SHA-512" } })).toEqual({
      type: "kafka",
      channelPrefix: "milvus",
      ...said,
      saslMechanism,
    });
  });

  it("knows of Woodpecker nothing but the prefix of its channels", () => {
    expect(queueOf({ type: "woodpecker" })).toEqual({ type: "woodpecker", channelPrefix: "milvus" });
  });

  it.each([
    { queue: { type: "kafka" }, missing: "messageQueue.kafka.brokers" },
    { queue: { pulsar: { mode: "external" } }, missing: "messageQueue.pulsar.address" },
  ] as const)("takes a queue outside without $missing for a bug", ({ queue, missing }) => {
    expect(() => queueOf(queue)).toThrow(`The settings lack ${missing}.`);
  });
});
