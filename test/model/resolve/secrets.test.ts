import { describe, expect, it } from "vitest";
import type { Settings } from "../../../generator/config/schema/settings.ts";
import type { RequiredSecret } from "../../../generator/model/environment.ts";
import { resolved } from "./sources.ts";

const secretsOf = (own: Settings) => resolved("development", own).secrets;

const STORAGE: RequiredSecret = {
  purpose: "objectStorage",
  name: "milvus-object-storage",
  keys: ["access-key", "secret-key"],
  remoteKey: "milvus/dev/object-storage",
  sealed: {},
};
const KAFKA: RequiredSecret = {
  purpose: "kafka",
  name: "milvus-kafka",
  keys: ["username", "password"],
  remoteKey: "milvus/dev/kafka",
  sealed: {},
};
const SASL: NonNullable<Settings["messageQueue"]> = { type: "kafka", kafka: { brokers: ["kafka:9092"] } };

describe("resolveSecrets", () => {
  it.each([
    { stores: "MinIO", own: {}, required: [STORAGE] },
    { stores: "a bucket with keys", own: { objectStorage: bucket("keys") }, required: [STORAGE] },
    { stores: "a bucket by identity", own: { objectStorage: bucket("iam") }, required: [] },
    { stores: "MinIO and Kafka with SASL", own: { messageQueue: SASL }, required: [STORAGE, KAFKA] },
    { stores: "Kafka with SASL alone", own: { objectStorage: bucket("iam"), messageQueue: SASL }, required: [KAFKA] },
    {
      stores: "MinIO and Kafka without SASL",
      own: { messageQueue: { type: "kafka", kafka: { brokers: ["kafka:9092"], securityProtocol: "SSL" } } },
      required: [STORAGE],
    },
  ] satisfies { stores: string; own: Settings; required: RequiredSecret[] }[])(
    "asks for what $stores needs",
    ({ own, required }) => {
      expect(secretsOf(own).required).toEqual(required);
    },
  );

  it("takes names and places of Secrets from the settings where they have them", () => {
    const { required } = secretsOf({
      messageQueue: SASL,
      secrets: { objectStorage: { name: "minio-root" }, kafka: { name: "kafka-user", remoteKey: "shared/kafka" } },
    });

    expect(required).toEqual([
      { ...STORAGE, name: "minio-root" },
      { ...KAFKA, name: "kafka-user", remoteKey: "shared/kafka" },
    ]);
  });

  it("names the store that External Secrets asks", () => {
    expect(secretsOf({ secrets: { provider: "external-secrets", store: { name: "vault" }, refreshInterval: "10m" } })).toEqual({
      provider: "external-secrets",
      store: { name: "vault", kind: "ClusterSecretStore" },
      refreshInterval: "10m",
      required: [STORAGE],
    });
  });

  it("takes a missing store for a bug only where it is asked", () => {
    expect(() => secretsOf({ secrets: { provider: "external-secrets" } })).toThrow("The settings lack secrets.store.name.");
    expect(secretsOf({}).store).toEqual({ name: "", kind: "ClusterSecretStore" });
  });

  it("hands on ciphertext by purpose, and only to Sealed Secrets", () => {
    const sealed = { objectStorage: { "access-key": "AgA", "secret-key": "AgB" } };

    expect(secretsOf({ secrets: { provider: "sealed-secrets", sealed }, messageQueue: SASL }).required).toEqual([
      { ...STORAGE, sealed: sealed.objectStorage },
      KAFKA,
    ]);
    expect(secretsOf({ secrets: { sealed } }).required).toEqual([STORAGE]);
  });
});

function bucket(auth: "keys" | "iam"): NonNullable<Settings["objectStorage"]> {
  return { type: "external", external: { provider: "s3", address: "s3.example.com", auth } };
}
