import { describe, expect, it } from "vitest";
import { ownerOf } from "../../../generator/model/rules/policy/owned-keys.ts";

describe("ownerOf", () => {
  it.each([
    "minio.accessKeyID",
    "MINIO_ACCESS_KEY_ID",
    "milvus.minio.accesskeyid",
    "MINIO_ACCESSKEYID",
    "etcd.endpoints",
    "ETCD_ENDPOINTS",
    "mq.type",
    "MQ_TYPE",
    "kafka.saslPassword",
    "rootCoord.port",
    "QUERYCOORD_ENABLEACTIVESTANDBY",
    "METRICS_PORT",
    "woodpecker.storage.type",
    "common.security.defaultRootPassword",
  ])("keeps %s for the generator, in every way that Milvus reads it", (name) => {
    expect(ownerOf(name)).toBeDefined();
  });

  it.each([
    "queryNode.gracefulStopTimeout",
    "quotaAndLimits.dml.enabled",
    "log.level",
    "LOG_LEVEL",
    "minio.requestTimeoutMs",
    "pulsar.requestTimeout",
    "dataCoord.segment.maxSize",
    "TZ",
  ])("leaves %s to people", (name) => {
    expect(ownerOf(name)).toBeUndefined();
  });
});
