import { defined } from "../../../kubernetes/defined.ts";
import type { Environment, ExternalStorage } from "../../../model/environment.ts";
import { MINIO } from "../../../model/identities.ts";
import { MINIO_API } from "../../../model/ports.ts";
import { OWN } from "../certificates.ts";

/**
 * The bucket, without the keys, which come as variables. An address with a port is taken as it is, which no stray variable can
 * break; Woodpecker takes only its host, and `port` beside it. A scheme in it makes Milvus panic.
 */
export function objectStorageConfig({
  objectStorage: storage,
  tls,
}: Pick<Environment, "objectStorage" | "tls">): Readonly<Record<string, unknown>> {
  const bucket = { bucketName: storage.bucket, rootPath: storage.rootPath };
  if (storage.type === "external") return external(storage, bucket);
  return {
    minio: {
      ...endpoint(MINIO.name, MINIO_API.port),
      useSSL: tls.objectStorage,
      ...(tls.objectStorage ? { ssl: { tlsCACert: OWN.paths.authority } } : {}),
      ...bucket,
      cloudProvider: "aws",
      useIAM: false,
    },
  };
}

function endpoint(host: string, port: number) {
  return { address: `${host}:${port}`, port };
}

function external(storage: ExternalStorage, bucket: { readonly bucketName: string; readonly rootPath: string }) {
  const minio = defined({
    ...endpoint(storage.address, storage.port),
    useSSL: storage.useSSL,
    ...bucket,
    // To Milvus every store with S3's signature version 4 is one of aws.
    cloudProvider: storage.provider === "s3" ? "aws" : storage.provider,
    region: storage.region,
    useIAM: storage.auth === "iam",
    iamEndpoint: storage.iamEndpoint,
    useVirtualHost: storage.useVirtualHost,
  });
  // Early 2.3 has another default, with which Azure does not work.
  return storage.provider === "azure" ? { minio, common: { storageType: "remote" } } : { minio };
}
