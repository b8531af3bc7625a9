import type { Alert } from "./alert.ts";

/** Of what clients ask. Times are milliseconds. */
export function requestAlerts(own: string): Alert[] {
  return [...failures(own), ...latencies(own), ...queues(own), ...quotas(own)];
}

/** 2.6.19 splits `fail` into those of the caller and those of the system; before, both are in it (milvus `pkg/metrics/metrics.go`). */
function failures(own: string): Alert[] {
  const rate = (status: string) => `sum by (function_name) (rate(milvus_proxy_req_count{${own}, status${status}}[5m]))`;
  const share = `${rate('=~"fail|fail_system"')} / ${rate('="total"')}`;
  const failing = {
    name: "MilvusRequestsFailing",
    summary: "{{ $value | humanizePercentage }} of {{ $labels.function_name }} fail.",
    description: "The log of the proxies names the cause. Before 2.6.19 mistakes of callers count too.",
  } as const;
  return [
    { ...failing, severity: "warning", expr: `${share} > 0.05`, for: "10m" },
    { ...failing, severity: "critical", expr: `${share} > 0.5`, for: "5m" },
  ];
}

function latencies(own: string): Alert[] {
  return [
    {
      name: "MilvusSearchSlow",
      severity: "warning",
      expr: quantile("milvus_proxy_sq_latency", own, "query_type", 1000),
      for: "10m",
      summary: "One in a hundred of {{ $labels.query_type }} takes {{ $value | humanize }} ms.",
      description: "Compare with the queue and the CPU of the query nodes. More replicas answer more; an index answers faster.",
    },
    {
      name: "MilvusWriteSlow",
      severity: "warning",
      expr: quantile("milvus_proxy_mutation_latency", own, "msg_type", 5000),
      for: "10m",
      summary: "One in a hundred of {{ $labels.msg_type }} takes {{ $value | humanize }} ms.",
      description: "A write waits for the message queue. Look at its alerts, and at throttling.",
    },
  ];
}

function queues(own: string): Alert[] {
  return [
    {
      name: "MilvusRequestsQueueing",
      severity: "warning",
      expr: quantile("milvus_proxy_req_in_queue_latency", own, "function_name", 200),
      for: "10m",
      summary: "One in a hundred of {{ $labels.function_name }} waits {{ $value | humanize }} ms in a proxy.",
      description: "The proxies are short of CPU: raise milvus.roles.proxy.",
    },
    {
      name: "MilvusSearchQueueing",
      severity: "warning",
      expr: quantile("milvus_querynode_sq_queue_latency", own, "pod", 500),
      for: "10m",
      summary: "One in a hundred searches waits {{ $value | humanize }} ms in {{ $labels.pod }}.",
      description: "The query nodes are short of CPU: raise milvus.roles.queryNode, or load more replicas of the collection.",
    },
  ];
}

function quotas(own: string): Alert[] {
  return [
    {
      name: "MilvusWritesDenied",
      severity: "critical",
      expr: `max by (quota_states) (milvus_rootcoord_quota_states{${own}}) > 0`,
      for: "5m",
      summary: "Milvus refuses writes: {{ $labels.quota_states }}.",
      description:
        "Memory: add query nodes. Disk: the quota of a collection is used up. TimeTickLongDelay: a node lags behind the queue.",
    },
    {
      name: "MilvusRequestsThrottled",
      severity: "warning",
      expr: `sum by (msg_type) (rate(milvus_proxy_rate_limit_req_count{${own}, status="fail"}[5m])) > 0`,
      for: "15m",
      summary: "Milvus turns {{ $labels.msg_type }} away, {{ $value | humanize }} a second.",
      description: "Clients ask for more than quotaAndLimits allows, or Milvus protects its memory.",
    },
  ];
}

/** The slowest hundredth of five minutes, above so many milliseconds. */
function quantile(histogram: string, own: string, by: string, milliseconds: number): string {
  return `histogram_quantile(0.99, sum by (le, ${by}) (rate(${histogram}_bucket{${own}}[5m]))) > ${milliseconds}`;
}
