import type { Family } from "../../../model/environment.ts";
import type { MilvusMetric } from "./metric.ts";

const ALL: readonly Family[] = ["2.3", "2.4", "2.5", "2.6"];
const SINCE_2_4: readonly Family[] = ["2.4", "2.5", "2.6"];
const SINCE_2_5: readonly Family[] = ["2.5", "2.6"];
const UNTIL_2_4: readonly Family[] = ["2.3", "2.4"];
const UNTIL_2_5: readonly Family[] = ["2.3", "2.4", "2.5"];
const ONLY_2_6: readonly Family[] = ["2.6"];

/**
 * What Milvus tells, and which families do so in all of their patches. Read in `pkg/metrics` of milvus at v2.3.3, v2.3.21, v2.4.17,
 * v2.5.16, v2.5.27, v2.6.0, v2.6.15 and v2.6.20, each with the places that set it: some are declared and registered long after
 * the last of these is gone, as milvus_proxy_tt_lag_ms is in 2.6. `file` is where it is declared.
 */
export const MILVUS_METRICS: Readonly<Record<string, MilvusMetric>> = {
  ...of("rootcoord_metrics.go", ALL, ["milvus_rootcoord_proxy_num", "milvus_rootcoord_quota_states"]),
  ...of("querycoord_metrics.go", ALL, [
    "milvus_querycoord_collection_num",
    "milvus_querycoord_querynode_num",
    "milvus_querycoord_task_num",
  ]),
  ...of("datacoord_metrics.go", ALL, [
    "milvus_datacoord_collection_num",
    "milvus_datacoord_datanode_num",
    "milvus_datacoord_index_node_num",
    "milvus_datacoord_segment_num",
    "milvus_datacoord_stored_binlog_size",
  ]),
  ...of("datacoord_metrics.go", UNTIL_2_4, ["milvus_datacoord_index_task_count"]),
  ...of("datacoord_metrics.go", SINCE_2_4, [
    "milvus_datacoord_channel_checkpoint_unix_seconds",
    "milvus_datacoord_compaction_task_num",
  ]),
  ...of("datacoord_metrics.go", SINCE_2_5, ["milvus_datacoord_task_count"]),
  ...of("proxy_metrics.go", ALL, [
    "milvus_proxy_insert_vectors_count",
    "milvus_proxy_mutation_latency",
    "milvus_proxy_req_count",
    "milvus_proxy_req_latency",
    "milvus_proxy_search_vectors_count",
    "milvus_proxy_sq_latency",
  ]),
  ...of("proxy_metrics.go", UNTIL_2_5, ["milvus_proxy_mutation_send_latency"]),
  ...of("proxy_metrics.go", SINCE_2_4, ["milvus_proxy_rate_limit_req_count", "milvus_proxy_req_in_queue_latency"]),
  ...of("querynode_metrics.go", ALL, [
    "milvus_querynode_consume_tt_lag_ms",
    "milvus_querynode_entity_num",
    "milvus_querynode_read_task_ready_len",
    "milvus_querynode_segment_num",
    "milvus_querynode_sq_queue_latency",
    "milvus_querynode_sq_req_latency",
  ]),
  ...of("querynode_metrics.go", SINCE_2_4, ["milvus_querynode_stopping_balance_segment_num"]),
  ...of("datanode_metrics.go", ALL, ["milvus_datanode_consume_tt_lag_ms", "milvus_datanode_save_latency"]),
  ...of("meta_metrics.go", ALL, ["milvus_meta_op_count", "milvus_meta_request_latency"]),
  ...of("persistent_store_metrics.go", ALL, ["milvus_storage_op_count", "milvus_storage_request_latency"]),
  // 2.5 has them too, for a streaming that it does not run.
  ...of("streaming_service_metrics.go", ONLY_2_6, [
    "milvus_streamingcoord_pchannel_info",
    "milvus_wal_append_message_duration_seconds",
    "milvus_wal_append_message_total",
  ]),
};

function of(file: string, families: readonly Family[], names: readonly string[]): Record<string, MilvusMetric> {
  return Object.fromEntries(names.map((name) => [name, { file, families }]));
}
