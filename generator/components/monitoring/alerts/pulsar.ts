import type { Environment, PulsarRetention } from "../../../model/environment.ts";
import type { Alert } from "./alert.ts";
import { pulsarClusterAlerts } from "./pulsar-cluster.ts";
import { pulsarServerAlerts } from "./pulsar-servers.ts";

/** Of the Pulsar that the environment runs. */
export function pulsarAlerts(environment: Environment): Alert[] {
  const { messageQueue, namespace } = environment;
  if (messageQueue.type !== "pulsar" || messageQueue.mode === "external") return [];
  const own = `namespace="${namespace}"`;
  return [
    ...pulsarServerAlerts(environment, messageQueue),
    ...topics(own, messageQueue.retention),
    ...(messageQueue.mode === "cluster" ? pulsarClusterAlerts(own, messageQueue) : []),
  ];
}

const GIB = 2 ** 30;

/** What a broker tells of topics has Pulsar's own namespace in `exported_namespace`. */
function topics(own: string, { backlogGigabytes, backlogPolicy }: PulsarRetention): Alert[] {
  const share = `max by (topic) (pulsar_storage_backlog_size{${own}}) / ${backlogGigabytes * GIB}`;
  const then = backlogPolicy === "producer_exception" ? "writes fail" : "writes wait";
  const backlog = {
    name: "MilvusPulsarBacklogFilling",
    for: "10m",
    summary: `The backlog of {{ $labels.topic }} is {{ $value | humanizePercentage }} of ${backlogGigabytes} GiB.`,
    description: `When it is full, ${then}. Who should read the topic is down or too slow: look at the alerts of lag and of missing servers.`,
  } as const;
  return [
    { ...backlog, severity: "warning", expr: `${share} > 0.5` },
    { ...backlog, severity: "critical", expr: `${share} > 0.75` },
    {
      name: "MilvusPulsarPublishSlow",
      severity: "warning",
      expr: `sum(pulsar_storage_write_latency_overflow{${own}}) / sum(pulsar_storage_write_latency_count{${own}}) > 0.01`,
      for: "10m",
      summary: "{{ $value | humanizePercentage }} of the messages take Pulsar more than a second to store.",
      description: "Every insert waits for them. Look at the bookies: their journals, their CPU, and how many take writes.",
    },
  ];
}
