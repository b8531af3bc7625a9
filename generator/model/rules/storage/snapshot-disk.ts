import { snapshotGibibytes } from "../../snapshot-volume.ts";
import { error } from "../problem.ts";
import { parseQuantity } from "../quantity.ts";
import type { Rule } from "../rule.ts";

/** Of temporary files and the log, which count as ephemeral storage too, bytes. */
const BESIDE_SNAPSHOT = 128 * 2 ** 20;

/** A scratch volume counts as ephemeral storage: the node evicts a pod that fills more than its limit. */
export const snapshotDisk: Rule = ({ environment: { etcd, backup } }) => {
  const limit = backup.etcd?.resources.limits["ephemeral-storage"];
  if (etcd.mode === "external" || limit === undefined) return [];
  const size = snapshotGibibytes(etcd.quotaBackendBytes);
  if (size * 2 ** 30 + BESIDE_SNAPSHOT <= parseQuantity(limit)) return [];
  return [
    error("backup.etcd.resources.limits.ephemeral-storage", "E_STORAGE", {
      message: `A snapshot of up to ${size}Gi does not fit below an ephemeral-storage limit of ${limit}.`,
      reason: "That is what a database of etcd.quotaBackendBytes may take; the node evicts a pod that has more than its limit.",
      remedy: `Use at least ${size + 1}Gi.`,
    }),
  ];
};
