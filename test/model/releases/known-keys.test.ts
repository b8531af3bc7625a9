import { describe, expect, it } from "vitest";
import type { Family } from "../../../generator/model/environment.ts";
import { RELEASES } from "../../../generator/model/releases/index.ts";
import { isKnownKey, nearestKey } from "../../../generator/model/releases/known-keys/index.ts";
import { namesOf } from "../../../generator/model/releases/known-keys/table.ts";
import { milvusKey } from "../../../generator/model/rules/policy/milvus-key.ts";

const FAMILIES = Object.values(RELEASES).map(({ family }) => family);

describe("isKnownKey", () => {
  it.each([
    ["rootCoord.maxDatabaseNum", "2.3 2.4 2.5 2.6"],
    ["kafka.ssl.enabled", "2.3 2.4 2.5 2.6"],
    ["queryNode.segcore.growing.enableIndex", "2.3"],
    ["quotaAndLimits.limitReading.queueProtection.enabled", "2.3 2.4"],
    ["indexNode.port", "2.3 2.4 2.5"],
    ["indexNode.scheduler.buildParallel", "2.3 2.4 2.5 2.6"],
    ["dataCoord.segment.enableLevelZero", "2.4"],
    ["queryNode.mmap.chunkCache", "2.4 2.5"],
    ["common.security.defaultRootPassword", "2.4 2.5 2.6"],
    ["mq.dispatcher.maxDispatcherNumPerPchannel", "2.5"],
    ["streamingNode.port", "2.5 2.6"],
    ["common.security.internaltlsEnabled", "2.5 2.6"],
    ["mixCoord.enableActiveStandby", "2.6"],
    ["woodpecker.storage.type", "2.6"],
    ["minio.accessKey", ""],
    ["queryNode", ""],
    ["", ""],
  ])("knows of %s that it belongs to '%s'", (key, families) => {
    expect(FAMILIES.filter((family) => isKnownKey(family, key)).join(" ")).toBe(families);
  });

  it.each(["ETCD_ROOTPATH", "ETCD_ROOT_PATH", "etcd.rootpath", "etcd/rootPath", "milvus.etcd.rootPath", "LOCAL_STORAGE_SIZE"])(
    "reads %s as Milvus does, without case and separators",
    (key) => {
      expect(FAMILIES.filter((family) => isKnownKey(family, key))).toEqual(FAMILIES);
    },
  );

  it.each([
    ["kafka.producer.client.id", "2.3 2.4 2.5 2.6"],
    ["autoIndex.params.tuning.hnsw.ef", "2.3 2.4 2.5 2.6"],
    ["proxy.accessLog.formatters.base.format", "2.3 2.4 2.5 2.6"],
    ["KNOWHERE_HNSW_BUILD_M", "2.5 2.6"],
    ["credential.apikey1.apikey", "2.6"],
    ["function.textEmbedding.providers.acme.url", "2.6"],
    ["kafka.producer", ""],
    ["knowhere", ""],
  ])("takes any name below an open section: %s in '%s'", (key, families) => {
    expect(FAMILIES.filter((family) => isKnownKey(family, key)).join(" ")).toBe(families);
  });
});

describe("nearestKey", () => {
  it.each<[Family, string, string]>([
    ["2.6", "quotaAndLimits.dml.enable", "quotaAndLimits.dml.enabled"],
    ["2.6", "quotaAndLimit.dml.enabled", "quotaAndLimits.dml.enabled"],
    ["2.5", "queryNode.segcor.chunkRow", "queryNode.segcore.chunkRows"],
    ["2.6", "querynode.gracefulStopTimout", "queryNode.gracefulStopTimeout"],
    ["2.6", "knowher.HNSW.build.M", "knowhere.HNSW.build.M"],
    ["2.4", "kafka.producr.client.id", "kafka.producer.client.id"],
  ])("mends the typing mistakes of %s %s: %s", (family, key, nearest) => {
    expect(nearestKey(family, key)).toBe(nearest);
    expect(isKnownKey(family, nearest)).toBe(true);
  });

  it.each<[Family, string, string]>([
    ["2.6", "queryNode.maxDatabaseNum", "rootCoord.maxDatabaseNum"],
    ["2.6", "maxCollectionNumPerDB", "quotaAndLimits.limits.maxCollectionNumPerDB"],
  ])("finds in %s where %s belongs: %s", (family, key, nearest) => {
    expect(nearestKey(family, key)).toBe(nearest);
  });

  it.each<[Family, string]>([
    ["2.6", "acme.search.colour"],
    ["2.6", "acme.enabled"],
    ["2.6", "quotaAndLimits"],
    ["2.6", "quotaAndLimits.dml"],
    ["2.3", "mixCoord.enableActiveStandby"],
    ["2.6", ""],
  ])("does not guess what %s might mean by '%s'", (family, key) => {
    expect(nearestKey(family, key)).toBeUndefined();
  });
});

describe("the lists of keys", () => {
  it.each(FAMILIES)("name each key of %s once", (family) => {
    const keys = namesOf(family).map(milvusKey);

    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it("hold as many as the sources have", () => {
    expect(FAMILIES.map((family) => `${family} ${namesOf(family).length}`)).toEqual([
      "2.3 578",
      "2.4 765",
      "2.5 871",
      "2.6 1057",
    ]);
  });
});
