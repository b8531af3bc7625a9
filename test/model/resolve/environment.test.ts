import { describe, expect, it } from "vitest";
import type { Settings } from "../../../generator/config/schema/settings.ts";
import { resolveEnvironment } from "../../../generator/model/resolve/index.ts";
import { aPlatformFile, aSource, mergedSettings, resolved } from "./sources.ts";

describe("resolveEnvironment", () => {
  it("takes namespace and cluster from the file where it names them", () => {
    const source = aSource("development");
    const file = { ...source.file, namespace: "vectors", cluster: { name: "eu-1" } };

    expect(resolveEnvironment(aPlatformFile(), { ...source, file })).toMatchObject({
      namespace: "vectors",
      cluster: { name: "eu-1" },
    });
  });

  it("keeps what belongs to the environment as a whole", () => {
    const own: Settings = {
      labels: { team: "search" },
      owners: ["@acme/search"],
      imagePullSecrets: ["registry"],
      imagePullPolicy: "Always",
      placement: { zones: "required" },
    };

    expect(resolveEnvironment(aPlatformFile(), { ...aSource("production", own), hasCustom: true })).toMatchObject({
      ...own,
      placement: { hosts: "required", zones: "required" },
      hasCustom: true,
    });
  });

  it("pulls every image from the mirror of its registry", () => {
    const images = { mirrors: { "docker.io": "registry.example.com/hub", "quay.io": "registry.example.com/quay" } };
    const { etcd, objectStorage, messageQueue, milvus } = resolveEnvironment(aPlatformFile({ images }), aSource("production"));

    expect([etcd, objectStorage.type === "minio" && objectStorage.minio, messageQueue, milvus]).toMatchObject([
      { image: { repository: "registry.example.com/quay/coreos/etcd" } },
      { image: { repository: "registry.example.com/quay/minio/minio" } },
      { image: { repository: "registry.example.com/hub/apachepulsar/pulsar" } },
      { image: { repository: "registry.example.com/hub/milvusdb/milvus" } },
    ]);
  });

  it("gives two resolutions of the same settings the same environment, and leaves the settings as they were", () => {
    const before = structuredClone(mergedSettings("production"));

    expect(resolved("production")).toEqual(resolved("production"));
    expect(mergedSettings("production")).toEqual(before);
  });

  it("takes settings without a whole section for a bug", () => {
    const { etcd: _, ...settings } = mergedSettings("development");

    expect(() => resolveEnvironment(aPlatformFile(), { ...aSource("development"), settings })).toThrow(
      "The settings lack etcd.",
    );
  });
});
