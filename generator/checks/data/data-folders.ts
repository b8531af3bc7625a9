import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { BOOKKEEPER, ETCD, MINIO, PULSAR_STANDALONE, ZOOKEEPER } from "../../model/identities.ts";
import { minioPools } from "../quorum/minio-pools.ts";
import { ownersOf } from "../quorum/owners-of.ts";
import { etcdSetting, podLiteral } from "../quorum/program-settings.ts";
import type { PodOwner, PodSpec } from "../workload.ts";

/** A store, and the folders that its program keeps its data in. */
export interface Store {
  readonly owner: PodOwner;
  readonly folders: readonly string[];
}

/** Every etcd, MinIO, ZooKeeper, bookie and standalone Pulsar. */
export function stores(objects: readonly KubernetesObject[]): Store[] {
  return FOLDERS.flatMap(([identity, folders]) =>
    ownersOf(objects, identity).map((owner) => ({ owner, folders: folders(owner.pod) })),
  );
}

const FOLDERS = [
  [ETCD, (pod: PodSpec) => listed(etcdSetting(pod, "data-dir"))],
  [MINIO, (pod: PodSpec) => minioPools(pod).flatMap(({ drives }) => drives)],
  [ZOOKEEPER, (pod: PodSpec) => pulsarFolders(pod, "dataDir")],
  [BOOKKEEPER, (pod: PodSpec) => pulsarFolders(pod, "journalDirectories", "ledgerDirectories")],
  // Where `pulsar standalone` puts everything unless it is told otherwise.
  [PULSAR_STANDALONE, () => ["/pulsar/data"]],
] as const;

function pulsarFolders(pod: PodSpec, ...keys: readonly string[]): string[] {
  return keys.flatMap((key) => listed(podLiteral(pod, `PULSAR_PREFIX_${key}`)));
}

function listed(folders = ""): string[] {
  return folders.split(",").filter((folder) => folder !== "");
}
