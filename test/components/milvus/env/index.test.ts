import { describe, expect, it } from "vitest";
import { milvusEnv } from "../../../../generator/components/milvus/env/index.ts";
import { anAuthentication, anEnvironment, aRequiredSecret, aRole } from "../../../support/environments.ts";
import { aMilvus, someExternalStorage, someKafka } from "../environments.ts";

const KAFKA_SECRET = aRequiredSecret({ purpose: "kafka", name: "milvus-kafka", keys: ["username", "password"] });
const ROOT_SECRET = aRequiredSecret({ purpose: "milvusRoot", name: "milvus-root", keys: ["password"] });
const FIRST_PASSWORD = {
  name: "COMMON_SECURITY_DEFAULTROOTPASSWORD",
  valueFrom: { secretKeyRef: { name: "milvus-root", key: "password" } },
};
const STORAGE_KEYS = [
  { name: "MINIO_ACCESS_KEY_ID", valueFrom: { secretKeyRef: { name: "milvus-object-storage", key: "access-key" } } },
  { name: "MINIO_SECRET_ACCESS_KEY", valueFrom: { secretKeyRef: { name: "milvus-object-storage", key: "secret-key" } } },
];
const TOKEN = [
  { name: "PULSAR_TOKEN", valueFrom: { secretKeyRef: { name: "milvus-pulsar", key: "milvus-token" } } },
  { name: "PULSAR_AUTHPARAMS", value: "token:$(PULSAR_TOKEN)" },
];
const KAFKA_ACCOUNT = [
  { name: "KAFKA_SASLUSERNAME", valueFrom: { secretKeyRef: { name: "milvus-kafka", key: "username" } } },
  { name: "KAFKA_SASLPASSWORD", valueFrom: { secretKeyRef: { name: "milvus-kafka", key: "password" } } },
];

describe("milvusEnv", () => {
  it("takes the keys of MinIO from the Secret that MinIO takes them from", () => {
    expect(milvusEnv(anEnvironment(), aRole("proxy"))).toEqual(STORAGE_KEYS);
  });

  it("takes the keys of an external store from the same Secret", () => {
    const objectStorage = someExternalStorage({ provider: "azure", auth: "keys" });

    expect(milvusEnv(anEnvironment({ objectStorage }), aRole("proxy"))).toEqual(STORAGE_KEYS);
  });

  it("asks for no keys where the account is the identity", () => {
    const { secrets } = anEnvironment();
    const environment = anEnvironment({ objectStorage: someExternalStorage(), secrets: { ...secrets, required: [] } });

    expect(milvusEnv(environment, aRole("proxy"))).toEqual([]);
  });

  it("takes Kafka's account from a Secret where brokers ask for one", () => {
    const { secrets } = anEnvironment();
    const required = [aRequiredSecret(), KAFKA_SECRET];
    const environment = anEnvironment({ messageQueue: someKafka(), secrets: { ...secrets, required } });

    expect(milvusEnv(environment, aRole("proxy"))).toEqual([...STORAGE_KEYS, ...KAFKA_ACCOUNT]);
  });

  it.each([
    { role: "mixCoord", family: "2.6", gets: [FIRST_PASSWORD] },
    { role: "rootCoord", family: "2.4", gets: [FIRST_PASSWORD] },
    { role: "proxy", family: "2.6", gets: [] },
    { role: "rootCoord", family: "2.3", gets: [] },
  ] as const)("gives the first password of root to who makes that user: $role of $family", ({ role, family, gets }) => {
    const { secrets } = anEnvironment();
    const environment = anEnvironment({
      milvus: aMilvus(family),
      authentication: anAuthentication({ milvus: { enabled: true, superUsers: [] } }),
      secrets: { ...secrets, required: [aRequiredSecret(), ROOT_SECRET] },
    });

    expect(milvusEnv(environment, aRole(role))).toEqual([...STORAGE_KEYS, ...gets]);
  });

  it.each([
    { title: "shows a token to Pulsar where one is asked for", enabled: true, gets: [...STORAGE_KEYS, ...TOKEN] },
    { title: "shows none elsewhere", enabled: false, gets: STORAGE_KEYS },
  ])("$title", ({ enabled, gets }) => {
    const { secrets } = anEnvironment();
    const required = [aRequiredSecret(), aRequiredSecret({ purpose: "pulsar", name: "milvus-pulsar", keys: ["milvus-token"] })];
    const authentication = anAuthentication({ pulsar: { enabled, enforced: true } });
    const environment = anEnvironment({ authentication, secrets: { ...secrets, required } });

    expect(milvusEnv(environment, aRole("proxy"))).toEqual(gets);
  });

  it("needs no Kafka account without SASL", () => {
    const messageQueue = someKafka({ securityProtocol: "SSL", saslMechanism: undefined });

    expect(milvusEnv(anEnvironment({ messageQueue }), aRole("proxy"))).toEqual(STORAGE_KEYS);
  });

  it.each([
    ["queryNode", "100Gi", "100"],
    ["dataNode", "1536Mi", "1"],
    ["indexNode", "50G", "46"],
    ["streamingNode", "1Ti", "1024"],
  ] as const)("tells %s that %s of disk are %s whole GiB", (name, localStorage, value) => {
    expect(milvusEnv(anEnvironment(), aRole(name, { localStorage })).slice(2)).toEqual([{ name: "LOCAL_STORAGE_SIZE", value }]);
  });

  it("lists settings of the role and then variables of the user, each by name", () => {
    const role = aRole("queryNode", {
      config: { "queryNode.gracefulStopTimeout": "600", "log.level": "debug" },
      env: { ZONE: "a", GOGC: "80" },
    });

    expect(milvusEnv(anEnvironment(), role).slice(3)).toEqual([
      { name: "LOG_LEVEL", value: "debug" },
      { name: "QUERYNODE_GRACEFULSTOPTIMEOUT", value: "600" },
      { name: "GOGC", value: "80" },
      { name: "ZONE", value: "a" },
    ]);
  });

  it("puts a variable of the user in the place of a setting that Milvus takes for the same", () => {
    const role = aRole("proxy", { config: { "log.level": "debug", "proxy.maxTaskNum": "9" }, env: { LOGLEVEL: "warn" } });

    expect(milvusEnv(anEnvironment(), role).slice(2)).toEqual([
      { name: "LOGLEVEL", value: "warn" },
      { name: "PROXY_MAXTASKNUM", value: "9" },
    ]);
  });

  it("lets nobody replace a credential, however it is spelled", () => {
    const role = aRole("proxy", {
      config: { "minio.accessKeyID": "minioadmin" },
      env: { MINIO_ACCESSKEYID: "minioadmin", "milvus.minio.secretAccessKey": "minioadmin" },
    });

    expect(milvusEnv(anEnvironment(), role)).toEqual(STORAGE_KEYS);
  });
});
