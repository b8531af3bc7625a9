import { panel, perSecond, query, type Row, slowest } from "./panel.ts";

/** The way of a search: the proxy, the query nodes, and what they hold. */
export function queryPath(own: string): Row[] {
  return [
    {
      title: "Proxies",
      panels: [
        panel("Vectors searched for, a second", "short", perSecond(`milvus_proxy_search_vectors_count{${own}}`, "pod")),
        panel("Latency, 99%", "ms", slowest("milvus_proxy_sq_latency", own, "query_type")),
        panel("Wait in the proxy, 99%", "ms", slowest("milvus_proxy_req_in_queue_latency", own, "function_name")),
      ],
    },
    {
      title: "Query nodes",
      panels: [
        panel("Latency, 99%", "ms", slowest("milvus_querynode_sq_req_latency", own, "pod, query_type")),
        panel("Wait in the query node, 99%", "ms", slowest("milvus_querynode_sq_queue_latency", own, "pod")),
        panel("Tasks that wait", "short", query(`sum by (pod) (milvus_querynode_read_task_ready_len{${own}})`, "{{pod}}")),
        panel("Behind the queue", "ms", query(`max by (pod) (milvus_querynode_consume_tt_lag_ms{${own}})`, "{{pod}}")),
      ],
    },
    {
      title: "What is loaded",
      panels: [
        panel("Collections loaded", "short", query(`max(milvus_querycoord_collection_num{${own}})`, "collections")),
        panel("Query nodes seen", "short", query(`max(milvus_querycoord_querynode_num{${own}})`, "query nodes")),
        panel(
          "Segments",
          "short",
          query(`sum by (pod, segment_state) (milvus_querynode_segment_num{${own}})`, "{{pod}} {{segment_state}}"),
        ),
        panel("Entities", "short", query(`sum by (pod) (milvus_querynode_entity_num{${own}})`, "{{pod}}")),
        panel(
          "Tasks to load and move segments",
          "short",
          query(`sum by (querycoord_task_type) (milvus_querycoord_task_num{${own}})`, "{{querycoord_task_type}}"),
        ),
        panel(
          "Segments on nodes that stop",
          "short",
          query(`sum by (pod) (milvus_querynode_stopping_balance_segment_num{${own}})`, "{{pod}}"),
        ),
      ],
    },
  ];
}
