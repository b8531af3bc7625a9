import type { Environment } from "./environment.ts";
import {
  ATTU,
  AUTORECOVERY,
  BOOKKEEPER,
  BROKER,
  ETCD,
  ETCD_ACCOUNTS,
  ETCD_BACKUP,
  type Identity,
  MILVUS_BACKUP,
  MINIO,
  PULSAR_PROXY,
  PULSAR_STANDALONE,
  ROOT_PASSWORD,
  roleIdentity,
  ZOOKEEPER,
} from "./identities.ts";

const PULSAR_CLUSTER = [ZOOKEEPER, BOOKKEEPER, AUTORECOVERY, BROKER, PULSAR_PROXY];

/** Who every workload of the environment is, stores first. */
export function workloadIdentities({
  authentication,
  etcd,
  objectStorage,
  messageQueue,
  milvus,
  backup,
  attu,
}: Environment): Identity[] {
  return [
    ...(etcd.mode === "internal" ? [ETCD] : []),
    ...(objectStorage.type === "minio" ? [MINIO] : []),
    ...pulsar(messageQueue),
    ...milvus.roles.map(roleIdentity),
    ...(backup.etcd === undefined ? [] : [ETCD_BACKUP]),
    ...(backup.milvus === undefined ? [] : [MILVUS_BACKUP]),
    ...(authentication.milvus.enabled ? [ROOT_PASSWORD] : []),
    ...(authentication.etcd.enabled && etcd.mode === "internal" ? [ETCD_ACCOUNTS] : []),
    ...(attu === undefined ? [] : [ATTU]),
  ];
}

function pulsar(queue: Environment["messageQueue"]): Identity[] {
  if (queue.type !== "pulsar" || queue.mode === "external") return [];
  return queue.mode === "standalone" ? [PULSAR_STANDALONE] : PULSAR_CLUSTER;
}
