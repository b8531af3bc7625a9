import { quorumLosses } from "../../../kubernetes/disruption-budget.ts";
import type { Environment, Etcd } from "../../../model/environment.ts";
import { ETCD } from "../../../model/identities.ts";
import type { Alert } from "./alert.ts";
import { etcdSpaceAlerts } from "./etcd-space.ts";
import { missingServers } from "./servers.ts";

/** Of the members that the environment runs. What is slow for them is said by Zilliz' guide and by etcd's own contrib/mixin. */
export function etcdAlerts(environment: Environment): Alert[] {
  const { etcd } = environment;
  if (etcd.mode === "external") return [];
  const own = `namespace="${environment.namespace}"`;
  return [...members(environment, etcd), ...elections(own, etcd), ...disk(own), ...etcdSpaceAlerts(own, etcd)];
}

function members(environment: Environment, etcd: Etcd): Alert[] {
  return missingServers(environment, {
    identity: ETCD,
    workload: etcd,
    needed: etcd.replicas - quorumLosses(etcd.replicas),
    otherwise: "Without a majority of its members etcd takes no writes, and Milvus neither creates, loads nor flushes.",
    runbook: "etcd-restore",
  });
}

function elections(own: string, { replicas }: Etcd): Alert[] {
  const noLeader: Alert = {
    name: "MilvusEtcdNoLeader",
    severity: "critical",
    expr: `etcd_server_has_leader{${own}} == 0`,
    for: "1m",
    summary: "{{ $labels.pod }} sees no leader of etcd.",
    description: "It takes no writes. If all members say so, the majority is lost; if one does, it does not reach the others.",
    runbook: "etcd-restore",
  };
  if (replicas === 1) return [noLeader];
  return [
    noLeader,
    {
      name: "MilvusEtcdLeaderChanges",
      severity: "warning",
      expr: `max(increase(etcd_server_leader_changes_seen_total{${own}}[15m])) >= 4`,
      for: "5m",
      summary: "etcd elected {{ $value | humanize }} leaders in 15 minutes.",
      description: "Each election stops writes for seconds. Look at the latency of disks and network, and at CPU throttling.",
    },
    {
      name: "MilvusEtcdPeersSlow",
      severity: "warning",
      expr: quantile("etcd_network_peer_round_trip_time_seconds", own, "pod, To", 0.15),
      for: "10m",
      summary: "From {{ $labels.pod }} to another member of etcd and back takes {{ $value | humanizeDuration }}.",
      description: "Every write waits for a majority. Members far apart want a longer heartbeatInterval and electionTimeout.",
    },
    {
      name: "MilvusEtcdProposalsFailing",
      severity: "warning",
      expr: `max by (pod) (rate(etcd_server_proposals_failed_total{${own}}[15m])) > 1`,
      for: "15m",
      summary: "{{ $labels.pod }} fails {{ $value | humanize }} writes a second.",
      description: "They are lost in elections, or there is no majority. Look at the leader and at the other alerts of etcd.",
    },
  ];
}

function disk(own: string): Alert[] {
  const move = "etcd wants SSDs of its own: another storage class is another volume.";
  const fsync = { name: "MilvusEtcdFsyncSlow", for: "10m", runbook: "volume-growth" } as const;
  const slow = "On {{ $labels.pod }} one in a hundred syncs of etcd's log takes {{ $value | humanizeDuration }}.";
  return [
    {
      ...fsync,
      severity: "warning",
      expr: quantile("etcd_disk_wal_fsync_duration_seconds", own, "pod", 0.2),
      summary: slow,
      description: `Each change of a collection waits for it. ${move}`,
    },
    {
      ...fsync,
      severity: "critical",
      expr: quantile("etcd_disk_wal_fsync_duration_seconds", own, "pod", 1),
      summary: slow,
      description: `Heartbeats are missed, and leaders change. ${move}`,
    },
    {
      name: "MilvusEtcdCommitSlow",
      severity: "warning",
      expr: quantile("etcd_disk_backend_commit_duration_seconds", own, "pod", 0.25),
      for: "10m",
      summary: "On {{ $labels.pod }} one in a hundred commits of etcd takes {{ $value | humanizeDuration }}.",
      description: `The disk is slow or busy. ${move}`,
      runbook: "volume-growth",
    },
  ];
}

/** The slowest hundredth of five minutes, above so many seconds. */
function quantile(histogram: string, own: string, by: string, seconds: number): string {
  return `histogram_quantile(0.99, sum by (le, ${by}) (rate(${histogram}_bucket{${own}}[5m]))) > ${seconds}`;
}
