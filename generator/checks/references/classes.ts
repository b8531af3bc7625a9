import type { KubernetesObject } from "../../kubernetes/resource.ts";
import type { Environment, Volume, Workload } from "../../model/environment.ts";
import { inPods } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { readAs } from "../read-as.ts";

const BUILT_IN = ["system-cluster-critical", "system-node-critical"];

/** A warning: classes belong to the cluster, and only a name that the environment's file does not say may be a mistake. */
export const priorityClassIsDeclared: Invariant<EnvironmentTree> = {
  name: "priority-class-is-declared",
  code: "E_REF",
  severity: "warning",
  reason: "The API server refuses pods of a priority class that the cluster does not have.",
  remedy: "Use a class that the environment's file names, or see that the cluster has this one.",
  find: inPods(({ pod: { priorityClassName } }, { environment, objects }) => {
    const known = [
      ...BUILT_IN,
      environment.placement.priorityClassName,
      ...workloadsOf(environment).map((workload) => workload.priorityClassName),
      ...made("PriorityClass", objects),
    ];
    return priorityClassName === undefined || known.includes(priorityClassName)
      ? []
      : [`Its priority class ${priorityClassName} is not declared.`];
  }),
};

/** The same of the classes of claims. */
export const storageClassIsDeclared: Invariant<EnvironmentTree> = {
  name: "storage-class-is-declared",
  code: "E_REF",
  severity: "warning",
  reason: "A claim of a storage class that the cluster does not have is never bound, and its pod never starts.",
  remedy: "Use a class that the environment's file names, or see that the cluster has this one.",
  find: inPods(({ object: { spec }, pod: { volumes = [] } }, { environment, objects }) => {
    const known = [...storageClassesOf(environment), ...made("StorageClass", objects)];
    const { volumeClaimTemplates = [] } = readAs<ClaimTemplates>(spec, CLAIMS) ?? {};
    const ephemeral = volumes.map((volume) => volume.ephemeral?.volumeClaimTemplate);
    return [...volumeClaimTemplates, ...ephemeral]
      .flatMap((claim) => claim?.spec?.storageClassName ?? [])
      .filter((name) => name !== "" && !known.includes(name))
      .map((name) => `Its storage class ${name} is not declared.`);
  }),
};

interface ClaimTemplates {
  readonly volumeClaimTemplates?: readonly { readonly spec?: { readonly storageClassName?: string } }[];
}

const CLAIMS = { volumeClaimTemplates: [{ spec: { storageClassName: "text" } }] } as const;

function made(kind: string, objects: readonly KubernetesObject[]): string[] {
  return objects.filter((object) => object.kind === kind).map(({ metadata }) => metadata.name);
}

function workloadsOf({ milvus, etcd, objectStorage, messageQueue, attu }: Environment): Workload[] {
  return [
    ...milvus.roles,
    ...(etcd.mode === "internal" ? [etcd] : []),
    ...(objectStorage.type === "minio" ? [objectStorage.minio] : []),
    ...pulsarWorkloads(messageQueue),
    ...(attu === undefined ? [] : [attu]),
  ];
}

function pulsarWorkloads(queue: Environment["messageQueue"]): Workload[] {
  if (queue.type !== "pulsar" || queue.mode === "external") return [];
  if (queue.mode === "standalone") return [queue.standalone];
  return [queue.zookeeper, queue.bookkeeper, queue.autorecovery, queue.broker, queue.proxy];
}

function storageClassesOf(environment: Environment) {
  const scratch = environment.milvus.roles.map(({ localStorageClass }) => localStorageClass);
  return [...volumesOf(environment).map(({ storageClass }) => storageClass), ...scratch];
}

function volumesOf({ etcd, objectStorage, messageQueue }: Environment): Volume[] {
  return [
    ...(etcd.mode === "internal" ? [etcd.storage] : []),
    ...(objectStorage.type === "minio" ? [objectStorage.minio.storage] : []),
    ...pulsarVolumes(messageQueue),
  ];
}

function pulsarVolumes(queue: Environment["messageQueue"]): Volume[] {
  if (queue.type !== "pulsar" || queue.mode === "external") return [];
  if (queue.mode === "standalone") return [queue.standalone.storage];
  return [queue.zookeeper.storage, queue.bookkeeper.journal, queue.bookkeeper.ledgers];
}
