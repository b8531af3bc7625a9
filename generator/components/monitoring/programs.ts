import { TLS_SECRETS } from "../../model/certificates.ts";
import type { Environment } from "../../model/environment.ts";
import type { Identity } from "../../model/identities.ts";
import { ETCD_CLIENT, ETCD_METRICS, MILVUS_METRICS, MINIO_API, type Port, PULSAR_HTTP } from "../../model/ports.ts";

/** A program that tells its metrics, on a port that all its pods have. */
export interface Program {
  readonly app: Identity["app"];
  readonly port: Port;
  readonly paths: readonly string[];
  /** The Secret whose authority signed what the program shows; undefined where it speaks plain HTTP. */
  readonly secretName: string | undefined;
}

/** The path of all that do not say otherwise. A broker redirects it to one with a slash, which Prometheus follows. */
const METRICS = ["/metrics"];

const ETCD: Program = { app: "etcd", port: ETCD_CLIENT, paths: METRICS, secretName: undefined };

/** What one server tells of all of them, and of itself. No token is asked for (`MINIO_PROMETHEUS_AUTH_TYPE`). */
const MINIO: Program = {
  app: "minio",
  port: MINIO_API,
  paths: ["/minio/v2/metrics/cluster", "/minio/v2/metrics/node"],
  secretName: undefined,
};

/** ZooKeeper, bookies and autorecovery have another number for the port, and the same name. */
const PULSAR: Program = { app: "pulsar", port: PULSAR_HTTP, paths: METRICS, secretName: undefined };

const MILVUS: Program = { app: "milvus", port: MILVUS_METRICS, paths: METRICS, secretName: undefined };

/** What the environment itself runs; who runs the rest elsewhere watches it there. */
export function programs({ etcd, objectStorage, messageQueue, tls }: Environment): Program[] {
  const hasPulsar = messageQueue.type === "pulsar" && messageQueue.mode !== "external";
  return [
    ...(etcd.mode === "internal" ? [tls.etcd ? { ...ETCD, port: ETCD_METRICS } : ETCD] : []),
    ...(objectStorage.type === "minio" ? [tls.objectStorage ? { ...MINIO, secretName: TLS_SECRETS.minio } : MINIO] : []),
    ...(hasPulsar ? [PULSAR] : []),
    MILVUS,
  ];
}
