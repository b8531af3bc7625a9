import type { Image, Volume, Workload } from "./workload.ts";

export interface Etcd extends Workload {
  readonly mode: "internal";
  readonly image: Image;
  readonly storage: Volume;
  /** Where Milvus keeps its keys. Changing it on a live system loses sight of every collection. */
  readonly rootPath: string;
  /** Bytes. */
  readonly quotaBackendBytes: number;
  readonly autoCompaction: { readonly mode: "revision" | "periodic"; readonly retention: string };
  /** Milliseconds. */
  readonly heartbeatInterval: number;
  /** Milliseconds. */
  readonly electionTimeout: number;
  readonly snapshotCount: number;
}

export interface ExternalEtcd {
  readonly mode: "external";
  readonly rootPath: string;
  /** `host:port`, without a scheme. */
  readonly endpoints: readonly string[];
}

export type ObjectStorage = MinioStorage | ExternalStorage;

/** A bucket and the folder in it that belong to this environment. */
export interface Bucket {
  readonly bucket: string;
  readonly rootPath: string;
}

export interface MinioStorage extends Bucket {
  readonly type: "minio";
  readonly minio: Minio;
}

export interface Minio extends Workload {
  /** `standalone` has one server and one drive; `distributed` at least four drives, erasure coded. */
  readonly mode: "standalone" | "distributed";
  readonly image: Image;
  readonly drivesPerServer: number;
  readonly storage: Volume;
  /** Drives of each erasure set that may be lost; undefined leaves MinIO's own default. */
  readonly parity: number | undefined;
}

export interface ExternalStorage extends Bucket {
  readonly type: "external";
  readonly provider: "aws" | "gcp" | "gcpnative" | "azure" | "aliyun" | "tencent" | "s3";
  readonly address: string;
  readonly port: number;
  readonly useSSL: boolean;
  readonly region: string | undefined;
  /** `iam` takes the identity of the ServiceAccount; `keys` reads a Secret. */
  readonly auth: "keys" | "iam";
  readonly iamEndpoint: string | undefined;
  readonly useVirtualHost: boolean;
  /** On Milvus' ServiceAccount: `eks.amazonaws.com/role-arn`. */
  readonly serviceAccountAnnotations: Readonly<Record<string, string>>;
}
