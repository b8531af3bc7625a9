import { MINIO } from "../../model/identities.ts";
import { type EnvironmentTree, type Invariant, violation } from "../invariant.ts";
import { containersOf, type PodOwner, type PodSpec } from "../workload.ts";
import { minioPools, type Pool, parityOf, poolSetSize } from "./minio-pools.ts";
import { memberSets } from "./owners-of.ts";

/** What the arguments say of servers and drives, against erasure coding and against the pods and volumes that there are. */
export const minioLayoutLegal: Invariant<EnvironmentTree> = {
  name: "minio-layout-legal",
  code: "E_QUORUM",
  severity: "error",
  reason: "MinIO starts only when its drives divide evenly into erasure sets and every one of them is there.",
  remedy: "Name as many servers as the StatefulSet has pods, as many drives as it claims, 4, 6, 8, 12 or 16 servers.",
  find: ({ objects }) =>
    memberSets(objects, MINIO).flatMap((owner) => faults(owner).map((message) => violation(owner.object, message))),
};

/** Pools of other StatefulSets are theirs to count. */
export function ownPool({ object, pod }: PodOwner): Pool | undefined {
  const pools = minioPools(pod);
  return pools.find(({ host }) => host === "" || host.startsWith(`${object.metadata.name}-`));
}

function faults(owner: PodOwner): string[] {
  const pool = ownPool(owner);
  if (pool === undefined) return ["Its arguments name no drive of its own pods."];
  return [...count(owner, pool), ...mounts(owner.pod, pool), ...sets(owner.pod, pool)];
}

function count({ replicas = 1 }: PodOwner, { servers }: Pool): string[] {
  return servers === replicas ? [] : [`Its arguments name ${servers} servers, and it runs ${replicas}.`];
}

function mounts(pod: PodSpec, { drives }: Pool): string[] {
  const mounted = new Set(containersOf(pod).flatMap(({ volumeMounts = [] }) => volumeMounts.map(({ mountPath }) => mountPath)));
  return drives.filter((drive) => !mounted.has(drive)).map((drive) => `No volume is mounted at the drive ${drive}.`);
}

/** One drive alone is no set. */
function sets(pod: PodSpec, pool: Pool): string[] {
  const layout = `${pool.servers} servers of ${pool.drives.length} drives`;
  if (pool.servers * pool.drives.length === 1) return [];
  const set = poolSetSize(pool);
  if (set === undefined) return [`${layout} divide into no erasure sets.`];
  const parity = parityOf(pod, set);
  return parity <= set / 2 ? [] : [`EC:${parity} is more than half of a set of ${set} drives.`];
}
