import type { Environment } from "../environment.ts";
import {
  AUTORECOVERY,
  BOOKKEEPER,
  BROKER,
  ETCD,
  type Identity,
  MINIO,
  milvusIdentity,
  PULSAR_PROXY,
  PULSAR_STANDALONE,
  ZOOKEEPER,
} from "../identities.ts";
import { ETCD_CLIENT, ETCD_METRICS, MILVUS_METRICS, MINIO_API, type Port, PULSAR_HTTP, PULSAR_METRICS } from "../ports.ts";
import { ROLES } from "./milvus.ts";

const [FIRST_ROLE, ...OTHER_ROLES] = ROLES.map(milvusIdentity) as [Identity, ...Identity[]];

interface MetricsPort {
  readonly identities: readonly [Identity, ...Identity[]];
  readonly port: Port;
}

/** Where each workload answers Prometheus. */
export function metricsPorts({ tls }: Pick<Environment, "tls">): readonly MetricsPort[] {
  return [{ identities: [ETCD], port: tls.etcd ? ETCD_METRICS : ETCD_CLIENT }, ...ALWAYS];
}

const ALWAYS: readonly MetricsPort[] = [
  { identities: [FIRST_ROLE, ...OTHER_ROLES], port: MILVUS_METRICS },
  { identities: [MINIO], port: MINIO_API },
  { identities: [ZOOKEEPER, BOOKKEEPER, AUTORECOVERY], port: PULSAR_METRICS },
  { identities: [BROKER, PULSAR_PROXY, PULSAR_STANDALONE], port: PULSAR_HTTP },
];
