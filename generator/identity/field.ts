import { type FieldPath, toPath } from "../model/rules/problem.ts";

/** The field that decides about a fact; an empty path where none does, because the generator itself decides. */
export function fieldOf(fact: string): ReturnType<typeof toPath> {
  const volume = /^(.+)\.claims\.([\w-]+)\.(size|storageClass)$/.exec(fact);
  if (volume === null) return toPath(FIELDS[fact] ?? []);
  const [, unit = "", claim = "", field = ""] = volume;
  const owner = VOLUMES[`${unit}.${claim}`];
  return owner === undefined ? [] : toPath(`${owner}.${field}`);
}

/** The volumes of units by unit and claim. */
const VOLUMES: Readonly<Record<string, string>> = {
  "etcd.data": "etcd.storage",
  "minio.data": "objectStorage.minio.storage",
  "pulsar.standalone.data": "messageQueue.pulsar.standalone.storage",
  "pulsar.zookeeper.data": "messageQueue.pulsar.zookeeper.storage",
  "pulsar.bookkeeper.journal": "messageQueue.pulsar.bookkeeper.journal",
  "pulsar.bookkeeper.ledgers": "messageQueue.pulsar.bookkeeper.ledgers",
};

const FIELDS: Readonly<Record<string, FieldPath>> = {
  namespace: "namespace",
  cluster: "cluster",
  "milvus.version": "milvus.version",
  "milvus.family": "milvus.version",
  "milvus.dataKeys": "milvus.config",
  "etcd.mode": "etcd.mode",
  "etcd.rootPath": "etcd.rootPath",
  "etcd.endpoints": "etcd.endpoints",
  "etcd.members": "etcd.replicas",
  "etcd.version": "etcd.image.tag",
  "etcd.scheme": "tls.etcd",
  "etcd.passwords": "authentication.etcd.enabled",
  "objectStorage.type": "objectStorage.type",
  "objectStorage.bucket": "objectStorage.bucket",
  "objectStorage.rootPath": "objectStorage.rootPath",
  "objectStorage.endpoint": "objectStorage.external.address",
  "minio.scheme": "tls.objectStorage",
  "minio.mode": "objectStorage.minio.mode",
  "minio.servers": "objectStorage.minio.replicas",
  "minio.drivesPerServer": "objectStorage.minio.drivesPerServer",
  "messageQueue.type": "messageQueue.type",
  "messageQueue.channelPrefix": "messageQueue.channelPrefix",
  "messageQueue.brokers": "messageQueue.kafka.brokers",
  "pulsar.mode": "messageQueue.pulsar.mode",
  "pulsar.address": "messageQueue.pulsar.address",
  "pulsar.tenant": "messageQueue.pulsar.tenant",
  "pulsar.namespace": "messageQueue.pulsar.namespace",
  "pulsar.version": "messageQueue.pulsar.image.tag",
  "pulsar.zookeeper.members": "messageQueue.pulsar.zookeeper.replicas",
  "pulsar.bookkeeper.bookies": "messageQueue.pulsar.bookkeeper.replicas",
};
