import { describe, expect, it } from "vitest";
import type { Settings } from "../../../generator/config/schema/settings.ts";
import { resolved } from "./sources.ts";

const AZURE: Settings = {
  objectStorage: { type: "external", external: { provider: "azure", address: "acme.blob.core.windows.net" } },
};
const PLACE: Settings = { backup: { destination: { address: "s3.example.com", bucket: "acme-backups" } } };

describe("snapshots of etcd", () => {
  it("are made in production, where etcd is its own and its storage takes files", () => {
    expect(resolved("production").backup.etcd).toBeDefined();
    expect(resolved("development").backup.etcd).toBeUndefined();
    expect(resolved("production", { etcd: { mode: "external", endpoints: ["a:2379"] } }).backup.etcd).toBeUndefined();
    expect(resolved("production", AZURE).backup.etcd).toBeUndefined();
    expect(resolved("production", { ...AZURE, ...PLACE }).backup.etcd).toBeDefined();
  });

  it("are brought away by MinIO's own image, or by one that is named, whose digest is its own", () => {
    const digest = `sha256:${"0a".repeat(32)}`;
    const minio = { minio: { image: { tag: "RELEASE.2025-10-15T17-29-55Z", digest } } };
    const client = (settings: Settings) => resolved("production", { objectStorage: minio, ...settings }).backup.client;

    expect(client({})).toEqual({ repository: "quay.io/minio/minio", tag: "RELEASE.2025-10-15T17-29-55Z", digest });
    expect(client({ backup: { image: { tag: "other" } } })).toEqual({
      repository: "quay.io/minio/minio",
      tag: "other",
      digest: undefined,
    });
  });
});

describe("the destination", () => {
  it("is the environment's own storage, in a folder of the environment's name", () => {
    expect(resolved("production", { objectStorage: { bucket: "vectors" } }).backup.destination).toEqual({
      isOwn: true,
      address: "minio",
      port: 9000,
      useSSL: false,
      region: undefined,
      bucket: "vectors",
      rootPath: expect.stringMatching(/^backup\/[a-z]+$/),
    });
  });

  it("is a second place with credentials of its own, once it has an address", () => {
    const { backup, secrets } = resolved("production", PLACE);

    expect(backup.destination).toMatchObject({ isOwn: false, address: "s3.example.com", port: 443, useSSL: true });
    expect(secrets.required.map(({ purpose, name }) => [purpose, name])).toEqual([
      ["objectStorage", "milvus-object-storage"],
      ["milvusRoot", "milvus-root"],
      ["backup", "milvus-backup"],
    ]);
  });

  it("asks for no credentials where nothing goes there", () => {
    const { secrets } = resolved("production", { backup: { ...PLACE.backup, etcd: { enabled: false } } });

    expect(secrets.required.map(({ purpose }) => purpose)).toEqual(["objectStorage", "milvusRoot"]);
  });
});
