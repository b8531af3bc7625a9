/**
 * What the other programs tell, by the place that says so. The names are the same in every version that an environment can run:
 * read in etcd v3.4.0, v3.5.25 and v3.6.8, in MinIO RELEASE.2023-09-04T19-57-37Z and RELEASE.2025-10-15T17-29-55Z, in BookKeeper
 * release-4.14.7 to release-4.17.1, and seen at a ZooKeeper, a bookie, an autorecovery and a broker of Pulsar 3.3.6 that ran.
 */
export const OTHER_METRICS: Readonly<Record<string, string>> = {
  etcd_server_has_leader: "etcd server/etcdserver/metrics.go",
  etcd_server_leader_changes_seen_total: "etcd server/etcdserver/metrics.go",
  etcd_server_proposals_failed_total: "etcd server/etcdserver/metrics.go",
  etcd_server_proposals_pending: "etcd server/etcdserver/metrics.go",
  etcd_network_peer_round_trip_time_seconds: "etcd server/etcdserver/api/rafthttp/metrics.go",
  etcd_disk_wal_fsync_duration_seconds: "etcd server/storage/wal/metrics.go",
  etcd_disk_backend_commit_duration_seconds: "etcd server/storage/backend/metrics.go",
  etcd_mvcc_db_total_size_in_bytes: "etcd server/storage/mvcc/metrics.go",
  etcd_mvcc_db_total_size_in_use_in_bytes: "etcd server/storage/mvcc/metrics.go",
  // Since 3.6.
  etcd_debugging_server_alarms: "etcd server/etcdserver/apply/metrics.go",

  minio_cluster_capacity_usable_free_bytes: "minio docs/metrics/prometheus/list.md",
  minio_cluster_capacity_usable_total_bytes: "minio docs/metrics/prometheus/list.md",
  minio_cluster_drive_offline_total: "minio docs/metrics/prometheus/list.md",
  minio_cluster_health_status: "minio docs/metrics/prometheus/list.md",
  minio_cluster_nodes_offline_total: "minio docs/metrics/prometheus/list.md",
  minio_s3_requests_5xx_errors_total: "minio docs/metrics/prometheus/list.md",
  minio_s3_requests_total: "minio docs/metrics/prometheus/list.md",
  minio_s3_requests_waiting_total: "minio docs/metrics/prometheus/list.md",
  minio_s3_traffic_received_bytes: "minio docs/metrics/prometheus/list.md",
  minio_s3_traffic_sent_bytes: "minio docs/metrics/prometheus/list.md",

  pulsar_storage_backlog_size: "pulsar broker/stats/prometheus/TopicStats.java",
  pulsar_storage_size: "pulsar broker/stats/prometheus/TopicStats.java",
  pulsar_storage_write_latency_count: "pulsar broker/stats/prometheus/TopicStats.java",
  pulsar_storage_write_latency_overflow: "pulsar broker/stats/prometheus/TopicStats.java",
  pulsar_throughput_in: "pulsar broker/stats/prometheus/TopicStats.java",
  pulsar_throughput_out: "pulsar broker/stats/prometheus/TopicStats.java",
  auditor_NUM_LEDGERS_HAVING_NO_REPLICA_OF_AN_ENTRY: "bookkeeper replication/ReplicationStats.java",
  auditor_NUM_UNDER_REPLICATED_LEDGERS: "bookkeeper replication/ReplicationStats.java",
  bookie_SERVER_STATUS: "bookkeeper bookie/BookieStateManager.java",
  bookie_journal_JOURNAL_SYNC: "bookkeeper bookie/BookKeeperServerStats.java",
  bookkeeper_server_ADD_ENTRY_REQUEST: "bookkeeper bookie/BookKeeperServerStats.java",
  outstanding_requests: "zookeeper server/ZooKeeperServer.java",
  updatelatency: "zookeeper server/ServerMetrics.java",

  kubelet_volume_stats_available_bytes: "kubernetes pkg/kubelet/metrics/collectors/volume_stats.go",
  kubelet_volume_stats_capacity_bytes: "kubernetes pkg/kubelet/metrics/collectors/volume_stats.go",
  kubelet_volume_stats_inodes: "kubernetes pkg/kubelet/metrics/collectors/volume_stats.go",
  kubelet_volume_stats_inodes_free: "kubernetes pkg/kubelet/metrics/collectors/volume_stats.go",

  kube_cronjob_created: "kube-state-metrics internal/store/cronjob.go",
  kube_cronjob_next_schedule_time: "kube-state-metrics internal/store/cronjob.go",
  kube_cronjob_spec_suspend: "kube-state-metrics internal/store/cronjob.go",
  kube_cronjob_status_last_schedule_time: "kube-state-metrics internal/store/cronjob.go",
  kube_cronjob_status_last_successful_time: "kube-state-metrics internal/store/cronjob.go",

  process_resident_memory_bytes: "client_golang prometheus/process_collector.go, client_java StandardExports.java",
  process_start_time_seconds: "client_golang prometheus/process_collector.go, client_java StandardExports.java",
  process_cpu_seconds_total: "client_golang prometheus/process_collector.go, client_java StandardExports.java",
  up: "Prometheus itself",
  ALERTS: "Prometheus itself",
};
