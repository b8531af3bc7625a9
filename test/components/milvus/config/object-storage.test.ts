import { describe, expect, it } from "vitest";
import { objectStorageConfig } from "../../../../generator/components/milvus/config/object-storage.ts";
import type { ObjectStorage } from "../../../../generator/model/environment.ts";
import { aMinioStorage, aTls } from "../../../support/environments.ts";
import { someExternalStorage } from "../environments.ts";

const S3 = {
  address: "s3.eu-central-1.amazonaws.com:443",
  port: 443,
  useSSL: true,
  bucketName: "acme-milvus",
  rootPath: "prod",
  cloudProvider: "aws",
  region: "eu-central-1",
  useIAM: true,
  useVirtualHost: false,
};

describe("objectStorageConfig", () => {
  it("reaches S3 as the account of the pods", () => {
    expect(configOf(someExternalStorage())).toEqual({ minio: S3 });
  });

  it("reaches any other S3 by its address and its keys", () => {
    const ceph = someExternalStorage({
      provider: "s3",
      address: "ceph.example.com",
      port: 8443,
      region: undefined,
      auth: "keys",
      useVirtualHost: true,
    });

    expect(configOf(ceph)).toEqual({
      minio: {
        address: "ceph.example.com:8443",
        port: 8443,
        useSSL: true,
        bucketName: "acme-milvus",
        rootPath: "prod",
        cloudProvider: "aws",
        useIAM: false,
        useVirtualHost: true,
      },
    });
  });

  it("asks the endpoint that the environment names for an identity", () => {
    expect(configOf(someExternalStorage({ iamEndpoint: "http://169.254.170.2" }))).toEqual({
      minio: { ...S3, iamEndpoint: "http://169.254.170.2" },
    });
  });

  it("tells early 2.3 that Azure is remote", () => {
    expect(configOf(someExternalStorage({ provider: "azure" }))).toEqual({
      minio: { ...S3, cloudProvider: "azure" },
      common: { storageType: "remote" },
    });
  });

  it.each(["gcp", "gcpnative", "aliyun", "tencent"] as const)("calls %s by its own name", (provider) => {
    expect(configOf(someExternalStorage({ provider }))).toEqual({ minio: { ...S3, cloudProvider: provider } });
  });

  it("trusts the authority of an encrypted MinIO", () => {
    const tls = aTls({ objectStorage: true });

    expect(objectStorageConfig({ objectStorage: aMinioStorage(), tls })).toEqual({
      minio: {
        address: "minio:9000",
        port: 9000,
        useSSL: true,
        ssl: { tlsCACert: "/etc/milvus/tls/ca.crt" },
        bucketName: "milvus",
        rootPath: "files",
        cloudProvider: "aws",
        useIAM: false,
      },
    });
  });
});

function configOf(objectStorage: ObjectStorage) {
  return objectStorageConfig({ objectStorage, tls: aTls() });
}
