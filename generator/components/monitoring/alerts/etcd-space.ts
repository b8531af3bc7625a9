import type { Etcd } from "../../../model/environment.ts";
import { formatBytes } from "../../../model/rules/quantity.ts";
import type { Alert } from "./alert.ts";

const SIZE = "etcd_mvcc_db_total_size_in_bytes";
const IN_USE = "etcd_mvcc_db_total_size_in_use_in_bytes";

/** Of the database against the quota at which etcd stops to write, and stays so until a person clears the alarm. */
export function etcdSpaceAlerts(own: string, { quotaBackendBytes, image }: Etcd): Alert[] {
  const filled = `max by (pod) (${SIZE}{${own}}) / ${quotaBackendBytes}`;
  const summary = `The database of {{ $labels.pod }} fills {{ $value | humanizePercentage }} of its ${formatBytes(quotaBackendBytes)}.`;
  return [
    {
      name: "MilvusEtcdDatabaseFilling",
      severity: "warning",
      expr: `${filled} > 0.8`,
      for: "15m",
      summary,
      description: "At the quota etcd stops to write. Defragment it, or raise etcd.quotaBackendBytes and the memory limit.",
      runbook: "etcd-nospace",
    },
    {
      name: "MilvusEtcdDatabaseFilling",
      severity: "critical",
      expr: `${filled} > 0.95`,
      for: "5m",
      summary,
      description: "At the quota etcd stops to write, and Milvus with it. Defragment it now.",
      runbook: "etcd-nospace",
    },
    {
      name: "MilvusEtcdNoSpace",
      severity: "critical",
      expr: hasAlarms(image.tag)
        ? `max by (server_id) (etcd_debugging_server_alarms{${own}, alarm_type="NOSPACE"}) > 0`
        : `max by (pod) (${SIZE}{${own}}) >= ${quotaBackendBytes}`,
      for: "1m",
      summary: "etcd has no space left, and refuses writes.",
      description: "Milvus creates, loads and flushes nothing. Space alone does not help: the alarm must be cleared.",
      runbook: "etcd-nospace",
    },
    {
      name: "MilvusEtcdFragmented",
      severity: "warning",
      // Below 100 MiB it is not worth the pause.
      expr: `max by (pod) (${IN_USE}{${own}} / ${SIZE}{${own}}) < 0.5 and max by (pod) (${SIZE}{${own}}) > 104857600`,
      for: "1h",
      summary: "Only {{ $value | humanizePercentage }} of the database of {{ $labels.pod }} is in use.",
      description: "Free pages count against the quota. Defragment the members one after the other, the leader last.",
      runbook: "etcd-nospace",
    },
  ];
}

/** etcd tells its alarms since 3.6 (server/etcdserver/apply/metrics.go). A tag without a version is taken for an older one. */
function hasAlarms(tag: string): boolean {
  return Number(/^v?3\.(\d+)/.exec(tag)?.[1] ?? 0) >= 6;
}
