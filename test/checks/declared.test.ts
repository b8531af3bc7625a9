import { describe, expect, it } from "vitest";
import { declaredSecrets } from "../../generator/checks/declared.ts";
import type { MessageQueue } from "../../generator/model/environment.ts";
import { anEnvironment } from "../support/environments.ts";

const KAFKA: MessageQueue = {
  type: "kafka",
  channelPrefix: "by-dev",
  brokers: ["kafka.example.com:9093"],
  securityProtocol: "SASL_SSL",
  saslMechanism: "PLAIN",
  caSecretName: "kafka-ca",
};

describe("declaredSecrets", () => {
  it("are those that the environment lists, with their keys", () => {
    expect(declaredSecrets(anEnvironment())).toEqual({
      secrets: new Map([["milvus-object-storage", ["access-key", "secret-key"]]]),
    });
  });

  it("are the authority of Kafka's brokers too, where it is a private one", () => {
    expect(declaredSecrets(anEnvironment({ messageQueue: KAFKA })).secrets.get("kafka-ca")).toEqual(["ca.crt"]);
    expect([...declaredSecrets(anEnvironment({ messageQueue: { ...KAFKA, caSecretName: undefined } })).secrets.keys()]).toEqual(
      ["milvus-object-storage"],
    );
  });
});
