import type { Environment, Image, Jvm, PulsarCluster, Volume, Workload } from "../environment.ts";
import { runsOnGpus } from "../gpu.ts";
import { imageReference } from "../images.ts";
import { roleField } from "../role-field.ts";

/** Something that an environment runs, at its field in the settings. */
export interface Part<T> {
  readonly field: string;
  readonly value: T;
}

const PULSAR = "messageQueue.pulsar";
const PULSAR_ROLES = ["zookeeper", "bookkeeper", "autorecovery", "broker", "proxy"] as const;

/** Every workload of the environment. */
export function workloads({ etcd, objectStorage, messageQueue, milvus, backup, attu }: Environment): Part<Workload>[] {
  return [
    ...(etcd.mode === "internal" ? [{ field: "etcd", value: etcd }] : []),
    ...(objectStorage.type === "minio" ? [{ field: "objectStorage.minio", value: objectStorage.minio }] : []),
    ...javaWorkloads(messageQueue),
    ...milvus.roles.map((role) => ({ field: roleField(role), value: role })),
    ...(backup.etcd === undefined ? [] : [{ field: "backup.etcd", value: backup.etcd }]),
    ...(backup.milvus === undefined ? [] : [{ field: "backup.milvus", value: backup.milvus }]),
    ...(attu === undefined ? [] : [{ field: "attu", value: attu }]),
  ];
}

/** Those that are Java processes. */
export function javaWorkloads(queue: Environment["messageQueue"]): Part<Workload & { readonly jvm: Jvm }>[] {
  if (queue.type !== "pulsar" || queue.mode === "external") return [];
  if (queue.mode === "standalone") return [{ field: `${PULSAR}.standalone`, value: queue.standalone }];
  return PULSAR_ROLES.map((role) => ({ field: `${PULSAR}.${role}`, value: queue[role] }));
}

/** Every kind of volume that holds data. */
export function volumes({ etcd, objectStorage, messageQueue }: Environment): Part<Volume>[] {
  return [
    ...(etcd.mode === "internal" ? [{ field: "etcd.storage", value: etcd.storage }] : []),
    ...(objectStorage.type === "minio" ? [{ field: "objectStorage.minio.storage", value: objectStorage.minio.storage }] : []),
    ...(messageQueue.type === "pulsar" ? pulsarVolumes(messageQueue) : []),
  ];
}

/** Every image that the environment pulls. */
export function images({ etcd, objectStorage, messageQueue, milvus, backup, attu }: Environment): Part<Image>[] {
  const hasPulsar = messageQueue.type === "pulsar" && messageQueue.mode !== "external";
  return [
    ...(etcd.mode === "internal" ? [{ field: "etcd.image", value: etcd.image }] : []),
    ...(objectStorage.type === "minio" ? [{ field: "objectStorage.minio.image", value: objectStorage.minio.image }] : []),
    ...(hasPulsar ? [{ field: `${PULSAR}.image`, value: messageQueue.image }] : []),
    { field: milvusImageField(milvus), value: milvus.image },
    ...backupImages({ objectStorage, backup }),
    ...(attu === undefined ? [] : [{ field: "attu.image", value: attu.image }]),
  ];
}

/** The client is mostly MinIO's own image, which is listed already where the environment runs it. */
function backupImages({ objectStorage, backup }: Pick<Environment, "objectStorage" | "backup">): Part<Image>[] {
  const isListed =
    objectStorage.type === "minio" && imageReference(objectStorage.minio.image) === imageReference(backup.client);
  return [
    ...(backup.etcd === undefined || isListed ? [] : [{ field: "backup.image", value: backup.client }]),
    ...(backup.milvus === undefined ? [] : [{ field: "backup.milvus.image", value: backup.milvus.image }]),
  ];
}

/** Where a person names the image of Milvus that runs. */
export function milvusImageField(milvus: Environment["milvus"]): "milvus.image" | "milvus.image.gpu" {
  return runsOnGpus(milvus) ? "milvus.image.gpu" : "milvus.image";
}

function pulsarVolumes(queue: Extract<Environment["messageQueue"], { readonly type: "pulsar" }>): Part<Volume>[] {
  if (queue.mode === "external") return [];
  if (queue.mode === "standalone") return [{ field: `${PULSAR}.standalone.storage`, value: queue.standalone.storage }];
  return clusterVolumes(queue);
}

function clusterVolumes({ zookeeper, bookkeeper }: PulsarCluster): Part<Volume>[] {
  return [
    { field: `${PULSAR}.zookeeper.storage`, value: zookeeper.storage },
    { field: `${PULSAR}.bookkeeper.journal`, value: bookkeeper.journal },
    { field: `${PULSAR}.bookkeeper.ledgers`, value: bookkeeper.ledgers },
  ];
}
