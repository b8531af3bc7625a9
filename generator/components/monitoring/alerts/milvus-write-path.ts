import type { MessageQueue } from "../../../model/environment.ts";
import type { Alert } from "./alert.ts";

/** Of the way of a write: into the queue, and from there to query nodes and to object storage. */
export function writePathAlerts(own: string, queue: MessageQueue): Alert[] {
  return [...appends(own), ...lag(own), ...checkpoints(own, queue)];
}

/** Up to 2.5 the proxies write to the queue, in milliseconds; in 2.6 the streaming nodes, in seconds. */
function appends(own: string): Alert[] {
  const slow = {
    name: "MilvusLogWriteSlow",
    severity: "warning",
    for: "10m",
    description: "Every write waits for the message queue: look at its disks, its CPU and its alerts.",
  } as const;
  return [
    {
      ...slow,
      expr: `histogram_quantile(0.99, sum by (le) (rate(milvus_proxy_mutation_send_latency_bucket{${own}}[5m]))) > 1000`,
      summary: "One in a hundred messages takes {{ $value | humanize }} ms to reach the queue.",
    },
    {
      ...slow,
      expr: `histogram_quantile(0.99, sum by (le) (rate(milvus_wal_append_message_duration_seconds_bucket{${own}}[5m]))) > 1`,
      summary: "One in a hundred messages takes {{ $value | humanizeDuration }} to reach the queue.",
    },
    {
      name: "MilvusLogWritesFailing",
      severity: "critical",
      expr: `sum(rate(milvus_wal_append_message_total{${own}, status="error"}[5m])) > 0`,
      for: "10m",
      summary: "{{ $value | humanize }} messages a second do not reach the queue.",
      description: "Writes fail or are tried again. The log of the streaming nodes names the cause.",
    },
    {
      name: "MilvusLogChannelUnassigned",
      severity: "critical",
      expr: `max by (channel_name) (milvus_streamingcoord_pchannel_info{${own}, state!="PCHANNEL_META_STATE_ASSIGNED"}) > 0`,
      for: "10m",
      summary: "No streaming node serves {{ $labels.channel_name }}.",
      description: "Collections on it take no writes. Look at the streaming nodes, then at the log of mixcoord.",
    },
  ];
}

function lag(own: string): Alert[] {
  return [
    {
      name: "MilvusSearchLagging",
      severity: "warning",
      expr: `max by (pod) (milvus_querynode_consume_tt_lag_ms{${own}}) > 60000`,
      for: "10m",
      summary: "{{ $labels.pod }} is {{ $value | humanize }} ms behind the message queue.",
      description: "Searches of strong consistency wait as long. It is short of CPU or memory, or the queue delivers slowly.",
    },
    {
      name: "MilvusFlushLagging",
      severity: "warning",
      expr: `max by (pod) (milvus_datanode_consume_tt_lag_ms{${own}}) > 60000`,
      for: "10m",
      summary: "{{ $labels.pod }} is {{ $value | humanize }} ms behind the message queue.",
      description: "Messages wait in the queue to be flushed, and fill it. Look at object storage, then at CPU and memory.",
    },
  ];
}

/** What lies before the checkpoint is in object storage; what lies behind it, in the queue alone. */
function checkpoints(own: string, queue: MessageQueue): Alert[] {
  const behind = `max by (channel_name) (time() - milvus_datacoord_channel_checkpoint_unix_seconds{${own}})`;
  const lagging = {
    name: "MilvusCheckpointLagging",
    for: "15m",
    summary: "{{ $labels.channel_name }} was flushed {{ $value | humanizeDuration }} ago.",
  } as const;
  const late: Alert = {
    ...lagging,
    severity: "warning",
    expr: `${behind} > 3600`,
    description: "Flushing is stuck. Look at the roles that flush, at datacoord and at object storage.",
  };
  const seconds = keptSeconds(queue);
  if (seconds === undefined) return [late];
  return [
    late,
    {
      ...lagging,
      severity: "critical",
      expr: `${behind} > ${seconds / 2}`,
      description: `The queue drops messages after ${seconds / 3600} hours, and half of that is over: what is not flushed by then is lost.`,
    },
  ];
}

/** How long a Pulsar of ours keeps a message that nobody has read; undefined for a queue that others run. */
function keptSeconds(queue: MessageQueue): number | undefined {
  return queue.type === "pulsar" && queue.mode !== "external" ? queue.retention.ttlSeconds : undefined;
}
