import type { Environment } from "../../../model/environment.ts";
import { programs } from "../programs.ts";
import { panel, perSecond, query, type Row, slowest } from "./panel.ts";
import { pulsarRow } from "./pulsar.ts";

/** The stores, as Milvus sees them, and from within where the environment runs them. */
export function dependencies(environment: Environment): Row[] {
  const own = `namespace="${environment.namespace}"`;
  const apps = programs(environment).map(({ app }) => app);
  return [
    seenFromMilvus(own),
    ...(apps.includes("etcd") ? [etcdRow(own)] : []),
    ...(apps.includes("minio") ? [minioRow(own)] : []),
    ...pulsarRow(environment, own),
    ...(apps.length > 1 ? [volumes(own)] : []),
  ];
}

function seenFromMilvus(own: string): Row {
  return {
    title: "Seen from Milvus",
    panels: [
      panel("Metadata, 99%", "ms", slowest("milvus_meta_request_latency", own, "meta_op_type")),
      panel(
        "Metadata requests that fail, a second",
        "reqps",
        perSecond(`milvus_meta_op_count{${own}, status="fail"}`, "meta_op_type"),
      ),
      panel("Object storage, 99%", "ms", slowest("milvus_storage_request_latency", own, "persistent_data_op_type")),
      panel(
        "Object storage requests that fail, a second",
        "reqps",
        perSecond(`milvus_storage_op_count{${own}, status="fail"}`, "persistent_data_op_type"),
      ),
    ],
  };
}

function etcdRow(own: string): Row {
  return {
    title: "etcd",
    panels: [
      panel(
        "Database",
        "bytes",
        query(`max by (pod) (etcd_mvcc_db_total_size_in_bytes{${own}})`, "{{pod}}"),
        query(`max by (pod) (etcd_mvcc_db_total_size_in_use_in_bytes{${own}})`, "{{pod}} in use"),
      ),
      panel("Sync of the log, 99%", "s", slowest("etcd_disk_wal_fsync_duration_seconds", own, "pod")),
      panel("Commit, 99%", "s", slowest("etcd_disk_backend_commit_duration_seconds", own, "pod")),
      panel("Has a leader", "short", query(`min by (pod) (etcd_server_has_leader{${own}})`, "{{pod}}")),
      panel(
        "Leader changes in an hour",
        "short",
        query(`max(increase(etcd_server_leader_changes_seen_total{${own}}[1h]))`, "changes"),
      ),
      panel("Writes that wait", "short", query(`max by (pod) (etcd_server_proposals_pending{${own}})`, "{{pod}}")),
    ],
  };
}

/** Each server tells what all of them do. */
function minioRow(own: string): Row {
  const traffic = (direction: string) => `sum(max by (server) (rate(minio_s3_traffic_${direction}_bytes{${own}}[5m])))`;
  return {
    title: "MinIO",
    panels: [
      panel(
        "Capacity",
        "bytes",
        query(`min(minio_cluster_capacity_usable_free_bytes{${own}})`, "free"),
        query(`max(minio_cluster_capacity_usable_total_bytes{${own}})`, "all"),
      ),
      panel(
        "Offline",
        "short",
        query(`max(minio_cluster_drive_offline_total{${own}})`, "drives"),
        query(`max(minio_cluster_nodes_offline_total{${own}})`, "servers"),
      ),
      panel("Traffic", "Bps", query(traffic("received"), "received"), query(traffic("sent"), "sent")),
      panel("Requests that wait", "short", query(`max by (server) (minio_s3_requests_waiting_total{${own}})`, "{{server}}")),
    ],
  };
}

function volumes(own: string): Row {
  const of = (what: string) => `max by (persistentvolumeclaim) (kubelet_volume_stats_${what}_bytes{${own}})`;
  return {
    title: "Volumes",
    panels: [
      panel("In use", "percentunit", query(`1 - ${of("available")} / ${of("capacity")}`, "{{persistentvolumeclaim}}")),
      panel("Free", "bytes", query(of("available"), "{{persistentvolumeclaim}}")),
    ],
  };
}
