import { describe, expect, it } from "vitest";
import { declaredSecrets } from "../../generator/model/declared-secrets.ts";
import { resolved } from "./resolve/sources.ts";

describe("declaredSecrets", () => {
  it("knows the keys of every Secret that the environment needs", () => {
    expect(declaredSecrets(resolved("development"))).toEqual(
      new Map([["milvus-object-storage", ["access-key", "secret-key"]]]),
    );
  });

  it("knows the certificate of Kafka's authority, which no provider makes", () => {
    const kafka = { brokers: ["kafka:9092"], caSecretName: "kafka-ca" };

    expect(declaredSecrets(resolved("development", { messageQueue: { type: "kafka", kafka } }))).toEqual(
      new Map([
        ["milvus-object-storage", ["access-key", "secret-key"]],
        ["milvus-kafka", ["username", "password"]],
        ["kafka-ca", ["ca.crt"]],
      ]),
    );
  });

  it("joins the keys of a Secret that serves two purposes", () => {
    const kafka = { brokers: ["kafka:9092"], caSecretName: "milvus-kafka" };

    expect(declaredSecrets(resolved("development", { messageQueue: { type: "kafka", kafka } })).get("milvus-kafka")).toEqual([
      "username",
      "password",
      "ca.crt",
    ]);
  });
});
