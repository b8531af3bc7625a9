import type { PulsarCluster } from "../../../model/environment.ts";
import { BOOKKEEPER, ZOOKEEPER } from "../../../model/identities.ts";
import { formatBytes, parseQuantity } from "../../../model/rules/quantity.ts";
import type { Alert } from "./alert.ts";

/** Of the parts that only a cluster has. Latencies are milliseconds. */
export function pulsarClusterAlerts(own: string, pulsar: PulsarCluster): Alert[] {
  return [...bookies(own, pulsar), ...ledgers(own), ...latencies(own), storage(own, pulsar)];
}

function bookies(own: string, { ensembleSize }: PulsarCluster): Alert[] {
  return [
    {
      name: "MilvusPulsarBookieReadOnly",
      severity: "warning",
      expr: `min by (pod) (bookie_SERVER_STATUS{${own}}) < 1`,
      for: "10m",
      summary: "{{ $labels.pod }} takes no writes.",
      description:
        "It is read-only because its disk is full or failed, or it is not registered in ZooKeeper. Its log tells which.",
      runbook: "volume-growth",
    },
    {
      name: "MilvusPulsarBookiesTooFew",
      severity: "critical",
      expr: `(count(bookie_SERVER_STATUS{${own}} == 1) or vector(0)) < ${ensembleSize}`,
      for: "5m",
      summary: `{{ $value }} bookies take writes, and a ledger wants ${ensembleSize}.`,
      description: `Pulsar opens no new ledger, and soon no message is taken. Bring ${BOOKKEEPER.name} back, or give it space.`,
      runbook: "volume-growth",
    },
  ];
}

function ledgers(own: string): Alert[] {
  return [
    {
      name: "MilvusPulsarLedgersUnderReplicated",
      severity: "warning",
      expr: `sum(increase(auditor_NUM_UNDER_REPLICATED_LEDGERS_sum{${own}, success="true"}[1h])) > 0`,
      for: "5m",
      summary: "{{ $value | humanize }} ledgers of Pulsar lacked a copy in the last hour.",
      description: "Autorecovery copies them. If it goes on, a bookie is gone for good, or too few are left to copy to.",
    },
    {
      name: "MilvusPulsarLedgersLost",
      severity: "critical",
      expr: `max(auditor_NUM_LEDGERS_HAVING_NO_REPLICA_OF_AN_ENTRY{${own}}) > 0`,
      for: "5m",
      summary: "{{ $value }} ledgers of Pulsar have entries of which no copy is left.",
      description: "Writes that were not flushed are lost unless a bookie comes back with its volumes. Delete no claim.",
    },
  ];
}

function latencies(own: string): Alert[] {
  const slowest = `${own}, success="true", quantile="0.99"`;
  return [
    {
      name: "MilvusPulsarJournalSlow",
      severity: "warning",
      expr: `max by (pod) (bookie_journal_JOURNAL_SYNC{${slowest}}) > 500`,
      for: "10m",
      summary: "On {{ $labels.pod }} one in a hundred syncs of the journal takes {{ $value | humanize }} ms.",
      description: "Every insert waits for it. A journal wants an SSD of its own.",
      runbook: "volume-growth",
    },
    {
      name: "MilvusPulsarBookieSlow",
      severity: "warning",
      expr: `max by (pod) (bookkeeper_server_ADD_ENTRY_REQUEST{${slowest}}) > 1000`,
      for: "10m",
      summary: "{{ $labels.pod }} takes {{ $value | humanize }} ms for one in a hundred writes.",
      description: "Look at its journal, its CPU, and the pauses of its collector.",
    },
    {
      name: "MilvusPulsarZookeeperSlow",
      severity: "warning",
      expr: `max by (pod) (updatelatency{${own}, app_kubernetes_io_component="${ZOOKEEPER.component}", quantile="0.99"}) > 500`,
      for: "10m",
      summary: "{{ $labels.pod }} takes {{ $value | humanize }} ms for one in a hundred updates.",
      description: "Sessions of brokers and bookies expire when it gets worse. ZooKeeper wants an SSD and CPU of its own.",
      runbook: "volume-growth",
    },
  ];
}

function storage(own: string, { bookkeeper }: PulsarCluster): Alert {
  const bytes = bookkeeper.replicas * parseQuantity(bookkeeper.ledgers.size);
  return {
    name: "MilvusPulsarStorageFilling",
    severity: "warning",
    expr: `sum(pulsar_storage_size{${own}}) / ${bytes} > 0.7`,
    for: "15m",
    summary: `Topics fill {{ $value | humanizePercentage }} of the ${formatBytes(bytes)} of the bookies.`,
    description: "Bookies become read-only at 95%. Keep consumed messages for less time, grow the volumes, or add a bookie.",
    runbook: "volume-growth",
  };
}
