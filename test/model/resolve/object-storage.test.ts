import { describe, expect, it } from "vitest";
import { resolved } from "./sources.ts";

describe("resolveObjectStorage", () => {
  it("lays what an environment says of MinIO over the profile", () => {
    const { objectStorage } = resolved("production", {
      objectStorage: { bucket: "vectors", minio: { replicas: 8, parity: 3, storage: { size: "1Ti" } } },
    });

    expect(objectStorage).toMatchObject({
      type: "minio",
      bucket: "vectors",
      rootPath: "files",
      minio: { mode: "distributed", replicas: 8, drivesPerServer: 2, parity: 3, storage: { size: "1Ti" } },
    });
  });

  it("reaches a bucket outside by TLS and with keys unless it is told otherwise", () => {
    const external = { provider: "s3", address: "s3.example.com" } as const;

    expect(resolved("development", { objectStorage: { type: "external", external } }).objectStorage).toEqual({
      type: "external",
      bucket: "milvus",
      rootPath: "files",
      provider: "s3",
      address: "s3.example.com",
      port: 443,
      useSSL: true,
      region: undefined,
      auth: "keys",
      iamEndpoint: undefined,
      useVirtualHost: false,
      serviceAccountAnnotations: {},
    });
  });

  it("keeps all that is said of a bucket outside", () => {
    const external = {
      provider: "aws",
      address: "s3.eu-central-1.amazonaws.com",
      port: 8443,
      useSSL: false,
      region: "eu-central-1",
      auth: "iam",
      iamEndpoint: "https://sts.eu-central-1.amazonaws.com",
      useVirtualHost: true,
      serviceAccountAnnotations: { "eks.amazonaws.com/role-arn": "arn:aws:iam::111122223333:role/milvus" },
    } as const;
    const own = { type: "external", bucket: "acme-vectors", rootPath: "prod", external } as const;

    expect(resolved("production", { objectStorage: own }).objectStorage).toEqual({
      type: "external",
      bucket: "acme-vectors",
      rootPath: "prod",
      ...external,
    });
  });

  it.each(["provider", "address"] as const)("takes a bucket outside without %s for a bug", (missing) => {
    const { [missing]: _, ...external } = { provider: "s3", address: "s3.example.com" } as const;

    expect(() => resolved("development", { objectStorage: { type: "external", external } })).toThrow(
      `The settings lack objectStorage.external.${missing}.`,
    );
  });
});
