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
import { ETCD_CLIENT, MILVUS_METRICS, MINIO_API, type Port, PULSAR_HTTP, PULSAR_METRICS } from "../ports.ts";
import { ROLES } from "./milvus.ts";

const [FIRST_ROLE, ...OTHER_ROLES] = ROLES.map(milvusIdentity) as [Identity, ...Identity[]];

/** Where each workload answers Prometheus. */
export const METRICS_PORTS: readonly { readonly identities: readonly [Identity, ...Identity[]]; readonly port: Port }[] = [
  { identities: [FIRST_ROLE, ...OTHER_ROLES], port: MILVUS_METRICS },
  { identities: [ETCD], port: ETCD_CLIENT },
  { identities: [MINIO], port: MINIO_API },
  { identities: [ZOOKEEPER, BOOKKEEPER, AUTORECOVERY], port: PULSAR_METRICS },
  { identities: [BROKER, PULSAR_PROXY, PULSAR_STANDALONE], port: PULSAR_HTTP },
];
