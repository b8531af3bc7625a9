import { defined } from "../../../kubernetes/defined.ts";
import { trustInMilvus } from "../../../kubernetes/trust.ts";
import type { Environment, Tls } from "../../../model/environment.ts";
import { MINIO, milvusIdentity } from "../../../model/identities.ts";
import { MILVUS_API, MILVUS_METRICS, MINIO_API } from "../../../model/ports.ts";
import { MANAGEMENT } from "./service.ts";

/** Objects that are copied at once. Those to a second place go through the pod's memory, and the tool's own 128 would not fit there. */
const COPIES = 16;

/**
 * The file that milvus-backup reads, without credentials, which come as variables (`configs/backup.yaml`, v0.5.16). While it runs,
 * Milvus' garbage collector waits: it would delete files that compaction has replaced and that are still to be copied.
 */
export function collectionBackupConfig(environment: Environment) {
  return {
    log: { level: "info", console: true, file: { filename: "/tmp/backup.log", maxSize: 100, maxBackups: 1 } },
    milvus: { address: milvusIdentity("proxy").name, port: MILVUS_API.port, ...encryption(environment.tls) },
    minio: { ...source(environment), ...destination(environment) },
    backup: {
      parallelism: { copydata: COPIES },
      gcPause: { enable: true, address: `http://${MANAGEMENT}:${MILVUS_METRICS.port}` },
    },
  };
}

/** Modes as Milvus numbers them. By REST the job would call the port of gRPC, which has none then; it reads lists of files instead. */
function encryption(tls: Tls) {
  const trust = trustInMilvus(tls);
  if (trust === undefined) return { tlsMode: 0 };
  const server = { caCertPath: trust.authority, serverName: milvusIdentity("proxy").name };
  if (trust.own === undefined) return { tlsMode: 1, ...server };
  return { tlsMode: 2, ...server, mtlsCertPath: trust.own.certificate, mtlsKeyPath: trust.own.key };
}

function source({ objectStorage: storage, tls }: Environment) {
  const { bucket: bucketName, rootPath } = storage;
  if (storage.type === "minio") {
    const useSSL = tls.objectStorage;
    return { storageType: "minio", address: MINIO.name, port: MINIO_API.port, useSSL, bucketName, rootPath };
  }
  const { provider: storageType, address, port, useSSL, region } = storage;
  return defined({ storageType, address, port, useSSL, region, bucketName, rootPath });
}

/** Between two places objects are read and written by the job; within one the storage copies them itself. */
function destination(environment: Environment) {
  const { destination } = environment.backup;
  const { isOwn, address, port, useSSL, region, bucket, rootPath } = destination;
  return defined({
    backupStorageType: isOwn ? source(environment).storageType : "s3",
    backupAddress: address,
    backupPort: port,
    backupUseSSL: useSSL,
    backupRegion: region,
    backupBucketName: bucket,
    backupRootPath: `${rootPath}/collections`,
    crossStorage: !isOwn,
  });
}
