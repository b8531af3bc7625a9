import type { Backup, Etcd } from "../../environment.ts";
import { error, type Problem } from "../problem.ts";
import { formatBytes, parseQuantity } from "../quantity.ts";
import type { Rule } from "../rule.ts";

/** Database, write-ahead log, snapshots, and a copy of the database while it is defragmented. */
const VOLUME_PER_QUOTA = 2.5;

/** With Velero, the snapshot of its last backup, and beside it the next until that is complete. */
const SNAPSHOTS_PER_QUOTA = 2;

/** The database of etcd is mapped into memory, and must fit there and on its volume when it is as large as it may be. */
export const etcdQuota: Rule = ({ environment: { etcd, backup } }) =>
  etcd.mode === "external" ? [] : [...memory(etcd), ...volume(etcd, backup)];

function memory({ resources, quotaBackendBytes }: Etcd): Problem[] {
  const limit = resources.limits.memory;
  if (quotaBackendBytes < parseQuantity(limit)) return [];
  return [
    error("etcd.quotaBackendBytes", "E_STORAGE", {
      message: `A database of ${formatBytes(quotaBackendBytes)} does not fit into a memory limit of ${limit}.`,
      reason: "etcd maps the whole file into memory, and would be killed before the quota stops it.",
      remedy: "Lower the quota, or raise etcd.resources.limits.memory above it.",
    }),
  ];
}

function volume({ storage, quotaBackendBytes }: Etcd, { velero }: Backup): Problem[] {
  const needed = quotaBackendBytes * (VOLUME_PER_QUOTA + (velero ? SNAPSHOTS_PER_QUOTA : 0));
  if (parseQuantity(storage.size) >= needed) return [];
  return [
    error("etcd.storage.size", "E_STORAGE", {
      message: `${storage.size} are too small for a database of ${formatBytes(quotaBackendBytes)}.`,
      reason: velero
        ? "Beside it stand the log, copies, and two snapshots for backup.velero; a full disk stops etcd."
        : "Beside it stand the log, snapshots, and a copy while it is defragmented; a full disk stops etcd.",
      remedy: `Use at least ${formatBytes(needed)}, or lower etcd.quotaBackendBytes.`,
    }),
  ];
}
