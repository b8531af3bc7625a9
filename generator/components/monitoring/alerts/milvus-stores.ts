import type { Alert } from "./alert.ts";

/** Of the stores as Milvus sees them, wherever they run. Times are milliseconds. */
export function storeAlerts(own: string): Alert[] {
  return [
    {
      name: "MilvusMetadataFailing",
      severity: "critical",
      expr: `${failures("milvus_meta_op_count", own)} > 0.05`,
      for: "5m",
      summary: "{{ $value | humanizePercentage }} of Milvus' requests to etcd fail.",
      description: "Milvus creates, loads and flushes nothing without etcd. Look at its members, or ask who runs it.",
    },
    {
      name: "MilvusMetadataSlow",
      severity: "warning",
      expr: `${slowest("milvus_meta_request_latency", own, "meta_op_type")} > 1000`,
      for: "10m",
      summary: "One in a hundred of {{ $labels.meta_op_type }} takes etcd {{ $value | humanize }} ms.",
      description: "Look at the disks of etcd, and at the size of its database.",
    },
    {
      name: "MilvusObjectStorageFailing",
      severity: "critical",
      expr: `${failures("milvus_storage_op_count", own)} > 0.05`,
      for: "5m",
      summary: "{{ $value | humanizePercentage }} of Milvus' requests to object storage fail.",
      description: "Nothing is flushed, indexed or loaded. Look at credentials, quota and network, and at MinIO if it is ours.",
    },
    {
      name: "MilvusObjectStorageSlow",
      severity: "warning",
      expr: `${slowest("milvus_storage_request_latency", own, "persistent_data_op_type")} > 5000`,
      for: "10m",
      summary: "One in a hundred of {{ $labels.persistent_data_op_type }} takes object storage {{ $value | humanize }} ms.",
      description:
        "Flushes, index builds and loads take longer. Look at the network, and at the drives of MinIO if it is ours.",
    },
  ];
}

function failures(counter: string, own: string): string {
  const rate = (status: string) => `sum(rate(${counter}{${own}, status="${status}"}[5m]))`;
  return `${rate("fail")} / ${rate("total")}`;
}

function slowest(histogram: string, own: string, by: string): string {
  return `histogram_quantile(0.99, sum by (le, ${by}) (rate(${histogram}_bucket{${own}}[5m])))`;
}
