import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { serverLosses } from "../../model/erasure-set.ts";
import { BOOKKEEPER, ETCD, MINIO, ZOOKEEPER } from "../../model/identities.ts";
import type { PodOwner } from "../workload.ts";
import { brokers, ledgerCopies } from "./ledger-copies.ts";
import { ownPool } from "./minio-layout.ts";
import { parityOf, poolSetSize } from "./minio-pools.ts";
import { runs } from "./owners-of.ts";

/** How many pods of a store may be away while it keeps everything and still takes writes; undefined for anything but a store. */
export function toleratedLosses(owner: PodOwner, objects: readonly KubernetesObject[]): number | undefined {
  if (owner.object.kind !== "StatefulSet") return undefined;
  if (runs(owner, ETCD) || runs(owner, ZOOKEEPER)) return minority(owner.replicas ?? 1);
  if (runs(owner, MINIO)) return minioLosses(owner);
  return runs(owner, BOOKKEEPER) ? bookieLosses(objects) : undefined;
}

function minority(members: number): number {
  return Math.max(Math.floor((members - 1) / 2), 0);
}

/** One less than the copies that each write waits for. */
function bookieLosses(objects: readonly KubernetesObject[]): number | undefined {
  const acks = brokers(objects).map((broker) => ledgerCopies(broker).ack);
  return acks.length === 0 ? undefined : Math.min(...acks) - 1;
}

/** Drives of other pools do not help: an object lies in one set. */
function minioLosses(owner: PodOwner): number {
  const pool = ownPool(owner);
  const set = pool === undefined ? undefined : poolSetSize(pool);
  if (pool === undefined || set === undefined) return 0;
  return serverLosses({ servers: pool.servers, drivesPerServer: pool.drives.length }, parityOf(owner.pod, set));
}
