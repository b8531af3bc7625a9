import { panel, perSecond, query, type Row, slowest } from "./panel.ts";

/** What somebody sees who wants to know whether all is well. */
export function overview(own: string): Row[] {
  const milvus = `${own}, app_kubernetes_io_name="milvus"`;
  return [
    {
      title: "Health",
      panels: [
        panel(
          "Alerts",
          "short",
          query(`count by (alertname, severity) (ALERTS{${own}, alertstate="firing"})`, "{{alertname}} {{severity}}"),
        ),
        panel(
          "Pods that answer",
          "short",
          query(
            `count by (app_kubernetes_io_name, app_kubernetes_io_component) (max by (app_kubernetes_io_name, app_kubernetes_io_component, pod) (up{${own}}) == 1)`,
            "{{app_kubernetes_io_name}} {{app_kubernetes_io_component}}",
          ),
        ),
        panel(
          "Restarts in an hour",
          "short",
          query(`sum by (pod) (changes(process_start_time_seconds{${own}}[1h]))`, "{{pod}}"),
        ),
      ],
    },
    {
      title: "Requests",
      panels: [
        panel("Requests a second", "reqps", perSecond(`milvus_proxy_req_count{${own}, status="total"}`, "function_name")),
        panel(
          "Requests that fail, a second",
          "reqps",
          perSecond(`milvus_proxy_req_count{${own}, status=~"fail|fail_system"}`, "function_name"),
        ),
        panel("Latency of searches, 99%", "ms", slowest("milvus_proxy_sq_latency", own, "query_type")),
        panel("Latency of writes, 99%", "ms", slowest("milvus_proxy_mutation_latency", own, "msg_type")),
      ],
    },
    {
      title: "Size",
      panels: [
        panel("Entities loaded", "short", query(`sum(milvus_querynode_entity_num{${own}})`, "entities")),
        panel(
          "Stored",
          "bytes",
          query(`sum(max by (collection_id, segment_state) (milvus_datacoord_stored_binlog_size{${own}}))`, "binlogs"),
        ),
        panel("Memory", "bytes", query(`max by (pod) (process_resident_memory_bytes{${milvus}})`, "{{pod}}")),
        panel("CPU", "short", perSecond(`process_cpu_seconds_total{${milvus}}`, "pod")),
      ],
    },
  ];
}
