import { describe, expect, it } from "vitest";
import { messageQueueConfig } from "../../../../generator/components/milvus/config/message-queue.ts";
import type { MessageQueue } from "../../../../generator/model/environment.ts";
import { anImage, aPulsarCluster, aPulsarStandalone, aTls, aVolume, aWorkload } from "../../../support/environments.ts";
import { someKafka } from "../environments.ts";

const CLIENT = { channelPrefix: "prod", tenant: "acme", namespace: "milvus", maxMessageSize: 2_097_152 };
const JVM = { heap: "512m", directMemory: "512m" };

describe("messageQueueConfig", () => {
  it("goes to a Pulsar cluster through its proxies", () => {
    expect(messageQueueConfig(aPulsarCluster(), aTls())).toEqual({
      mq: { type: "pulsar" },
      msgChannel: { chanNamePrefix: { cluster: "by-dev" } },
      pulsar: {
        address: "pulsar://pulsar-proxy:6650",
        webport: 8080,
        tenant: "public",
        namespace: "default",
        maxMessageSize: 5_242_880,
      },
    });
  });

  it("goes straight to a standalone Pulsar", () => {
    const queue: MessageQueue = {
      ...CLIENT,
      type: "pulsar",
      mode: "standalone",
      image: anImage("apachepulsar/pulsar", "3.0.7"),
      standalone: { ...aWorkload(), jvm: JVM, storage: aVolume("20Gi") },
      retention: aPulsarCluster().retention,
    };

    expect(messageQueueConfig(queue, aTls())).toEqual({
      mq: { type: "pulsar" },
      msgChannel: { chanNamePrefix: { cluster: "prod" } },
      pulsar: {
        address: "pulsar://pulsar-standalone:6650",
        webport: 8080,
        tenant: "acme",
        namespace: "milvus",
        maxMessageSize: 2_097_152,
      },
    });
  });

  it.each([
    [aPulsarCluster(), "pulsar+ssl://pulsar-proxy:6651"],
    [aPulsarStandalone(), "pulsar+ssl://pulsar-standalone:6651"],
  ] as const)("goes by TLS where Pulsar speaks it, but to the admin API that Milvus calls by http alone", (queue, address) => {
    expect(messageQueueConfig(queue, aTls({ pulsar: true })).pulsar).toMatchObject({ address, webport: 8080 });
  });

  it("takes the address of another Pulsar with its scheme, as it is given", () => {
    const address = "pulsar+ssl://pulsar.example.com:6651";

    expect(messageQueueConfig({ ...CLIENT, type: "pulsar", mode: "external", address, webPort: 8443 }, aTls())).toEqual({
      mq: { type: "pulsar" },
      msgChannel: { chanNamePrefix: { cluster: "prod" } },
      pulsar: { address, webport: 8443, tenant: "acme", namespace: "milvus", maxMessageSize: 2_097_152 },
    });
  });

  it("trusts the authority of Kafka's brokers", () => {
    expect(messageQueueConfig(someKafka(), aTls())).toEqual({
      mq: { type: "kafka" },
      msgChannel: { chanNamePrefix: { cluster: "by-dev" } },
      kafka: {
        brokerList: "k-0.example.com:9093,k-1.example.com:9093",
        securityProtocol: "SASL_SSL",
        saslMechanisms: "SCRAM-SHA-512",
        ssl: { enabled: true, tlsCaCert: "/etc/milvus/kafka/ca.crt" },
      },
    });
  });

  it("says of a plain Kafka that it is plain", () => {
    const plain = someKafka({ securityProtocol: "PLAINTEXT", saslMechanism: undefined, caSecretName: undefined });

    expect(messageQueueConfig(plain, aTls()).kafka).toEqual({
      brokerList: "k-0.example.com:9093,k-1.example.com:9093",
      securityProtocol: "PLAINTEXT",
      saslMechanisms: "",
    });
  });

  it("keeps the log of Woodpecker in object storage", () => {
    expect(messageQueueConfig({ type: "woodpecker", channelPrefix: "prod" }, aTls())).toEqual({
      mq: { type: "woodpecker" },
      msgChannel: { chanNamePrefix: { cluster: "prod" } },
      woodpecker: { storage: { type: "minio", rootPath: "/var/lib/milvus/woodpecker" } },
    });
  });
});
