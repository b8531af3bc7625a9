import { ETCD } from "../../model/identities.ts";
import { formatBytes, parseQuantity } from "../../model/rules/quantity.ts";
import { type EnvironmentTree, type Invariant, violation } from "../invariant.ts";
import { ownersOf } from "../quorum/owners-of.ts";
import { etcdSetting } from "../quorum/program-settings.ts";
import type { PodOwner, PodSpec } from "../workload.ts";
import { claimTemplates } from "./claim-templates.ts";
import { mountedVolume } from "./mounted-volume.ts";

/** Bytes. What upstream suggests as the most (etcd docs, op-guide/limit). */
const MOST = 8 * 2 ** 30;

/** Database, write-ahead log, snapshots, and a copy of the database while it is defragmented. */
const VOLUME_PER_QUOTA = 2.5;

/** The database is mapped into memory, and lies on a volume beside its log and its copies. */
export const etcdQuotaFits: Invariant<EnvironmentTree> = {
  name: "etcd-quota-fits",
  code: "E_STORAGE",
  severity: "error",
  reason: "A member that runs out of memory or disk before the quota stops it does not start again.",
  remedy: "Keep the quota at 8 GiB or less, below the memory limit, and at two fifths of the volume or less.",
  find: ({ objects }) =>
    ownersOf(objects, ETCD).flatMap((owner) => misfits(owner).map((message) => violation(owner.object, message))),
};

/** Every write is kept as a revision until it is compacted. */
export const etcdCompacts: Invariant<EnvironmentTree> = {
  name: "etcd-compacts",
  code: "E_STORAGE",
  severity: "error",
  reason: "Without compaction the history of every key fills the quota, and etcd then refuses to write.",
  remedy: "Set ETCD_AUTO_COMPACTION_MODE and ETCD_AUTO_COMPACTION_RETENTION.",
  find: ({ objects }) =>
    ownersOf(objects, ETCD)
      .filter(({ pod }) => !compacts(pod))
      .map(({ object }) => violation(object, "It does not compact its history.")),
};

function misfits(owner: PodOwner): string[] {
  const quota = Number(etcdSetting(owner.pod, "quota-backend-bytes") ?? 0);
  if (!(quota > 0)) return ["It sets no quota, and etcd's own is 2 GiB."];
  return [
    ...(quota <= MOST ? [] : [`Its quota of ${formatBytes(quota)} is above 8 GiB.`]),
    ...memoryLimits(owner)
      .filter((limit) => quota > parseQuantity(limit))
      .map((limit) => `Its quota of ${formatBytes(quota)} is above its memory limit of ${limit}.`),
    ...claims(owner)
      .filter((size) => quota * VOLUME_PER_QUOTA > parseQuantity(size))
      .map((size) => `Its quota of ${formatBytes(quota)} needs more than its claim of ${size}.`),
  ];
}

/** Of the member itself, which is the first container. */
function memoryLimits({ pod }: PodOwner): string[] {
  return pod.containers.slice(0, 1).flatMap(({ resources }) => resources?.limits?.memory ?? []);
}

/** Of the volume that the database lies on. */
function claims(owner: PodOwner): string[] {
  const volume = mountedVolume(owner, etcdSetting(owner.pod, "data-dir") ?? "");
  const own = claimTemplates(owner.object).filter(({ metadata }) => metadata?.name === volume);
  return own.flatMap(({ spec }) => spec?.resources?.requests?.storage ?? []);
}

/** A retention of 0 is etcd's default and switches compaction off. */
function compacts(pod: PodSpec): boolean {
  const mode = etcdSetting(pod, "auto-compaction-mode") ?? "";
  const retention = etcdSetting(pod, "auto-compaction-retention") ?? "";
  return /^(?:periodic|revision)$/.test(mode) && Number.parseInt(retention, 10) > 0;
}
