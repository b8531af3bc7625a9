import { panel, perSecond, query, type Row, slowest } from "./panel.ts";

/** The way of a write: the proxy, the queue, object storage, the index. What a family does not tell is left out. */
export function writePath(own: string): Row[] {
  return [taken(own), flushed(own), indexed(own)];
}

function taken(own: string): Row {
  return {
    title: "Into the queue",
    panels: [
      panel("Vectors inserted, a second", "short", perSecond(`milvus_proxy_insert_vectors_count{${own}}`, "pod")),
      panel("Latency, 99%", "ms", slowest("milvus_proxy_mutation_latency", own, "msg_type")),
      panel("To the queue, 99%", "ms", slowest("milvus_proxy_mutation_send_latency", own, "msg_type")),
      panel("To the queue, 99%", "s", slowest("milvus_wal_append_message_duration_seconds", own, "pod")),
      panel("Messages a second", "short", perSecond(`milvus_wal_append_message_total{${own}}`, "status")),
      panel(
        "Turned away, a second",
        "reqps",
        perSecond(`milvus_proxy_rate_limit_req_count{${own}, status="fail"}`, "msg_type"),
      ),
      panel(
        "Writes denied",
        "short",
        query(`max by (quota_states) (milvus_rootcoord_quota_states{${own}})`, "{{quota_states}}"),
      ),
    ],
  };
}

function flushed(own: string): Row {
  const age = `max by (channel_name) (time() - milvus_datacoord_channel_checkpoint_unix_seconds{${own}})`;
  return {
    title: "To object storage",
    panels: [
      panel("Behind the queue", "ms", query(`max by (pod) (milvus_datanode_consume_tt_lag_ms{${own}})`, "{{pod}}")),
      panel("Age of checkpoints", "s", query(`topk(10, ${age})`, "{{channel_name}}")),
      panel("Save, 99%", "ms", slowest("milvus_datanode_save_latency", own, "pod")),
      panel("Segments", "short", query(`sum by (segment_state) (milvus_datacoord_segment_num{${own}})`, "{{segment_state}}")),
    ],
  };
}

function indexed(own: string): Row {
  return {
    title: "Index and compaction",
    panels: [
      panel(
        "Segments by state of their index",
        "short",
        query(`sum by (index_task_status) (milvus_datacoord_index_task_count{${own}})`, "{{index_task_status}}"),
      ),
      panel(
        "Segments by state of their index",
        "short",
        query(`sum by (task_state) (milvus_datacoord_task_count{${own}, task_type="JobTypeIndexJob"})`, "{{task_state}}"),
      ),
      panel(
        "Compactions",
        "short",
        query(`sum by (status) (milvus_datacoord_compaction_task_num{${own}, status=~"pending|executing"})`, "{{status}}"),
      ),
    ],
  };
}
