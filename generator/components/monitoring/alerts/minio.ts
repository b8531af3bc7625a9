import type { Environment, Minio } from "../../../model/environment.ts";
import { defaultParity, serverLosses, setSize } from "../../../model/erasure-set.ts";
import { MINIO } from "../../../model/identities.ts";
import type { Alert } from "./alert.ts";
import { missingServers } from "./servers.ts";

/** Of the servers that the environment runs. Each of them tells the figures of all, hence the greatest or the least is taken. */
export function minioAlerts(environment: Environment): Alert[] {
  const { objectStorage } = environment;
  if (objectStorage.type === "external") return [];
  const { minio } = objectStorage;
  const own = `namespace="${environment.namespace}"`;
  return [...servers(environment, minio), ...health(own), ...drives(own, minio), ...capacity(own), ...requests(own)];
}

function servers(environment: Environment, minio: Minio): Alert[] {
  const { mode, replicas, drivesPerServer, parity } = minio;
  const losses = mode === "standalone" ? 0 : serverLosses({ servers: replicas, drivesPerServer }, parity);
  return missingServers(environment, {
    identity: MINIO,
    workload: minio,
    needed: replicas - losses,
    otherwise: "Without enough servers MinIO takes no writes, and Milvus flushes nothing and builds no index.",
  });
}

function health(own: string): Alert[] {
  return [
    {
      name: "MilvusMinioUnhealthy",
      severity: "critical",
      expr: `min(minio_cluster_health_status{${own}}) == 0`,
      for: "5m",
      summary: "MinIO says that it is not healthy.",
      description: "An erasure set has lost more drives than its parity, so some objects cannot be written, or not be read.",
    },
  ];
}

function drives(own: string, { mode, replicas, drivesPerServer, parity }: Minio): Alert[] {
  if (mode === "standalone") return [];
  const set = setSize({ servers: replicas, drivesPerServer });
  const spare = parity ?? defaultParity(set ?? 1);
  const summary = "{{ $value }} drives of MinIO are offline.";
  const offline = `max(minio_cluster_drive_offline_total{${own}})`;
  return [
    {
      name: "MilvusMinioDrivesOffline",
      severity: "warning",
      expr: `${offline} > 0`,
      for: "10m",
      summary,
      description: `Parity makes up for ${spare} of each erasure set. Find the server in the log, and its volume with kubectl describe pvc.`,
    },
    {
      name: "MilvusMinioDrivesOffline",
      severity: "critical",
      expr: `${offline} >= ${Math.max(spare, 1)}`,
      for: "5m",
      summary,
      description: `Parity makes up for ${spare} of each erasure set: if all are of one set, the next drive takes objects with it.`,
    },
    {
      name: "MilvusMinioNodesOffline",
      severity: "warning",
      expr: `max(minio_cluster_nodes_offline_total{${own}}) > 0`,
      for: "10m",
      summary: "{{ $value }} servers of MinIO do not reach the others.",
      description: "Look at the pods of MinIO and at the network between their nodes.",
    },
  ];
}

function capacity(own: string): Alert[] {
  const free = `min(minio_cluster_capacity_usable_free_bytes{${own}} / minio_cluster_capacity_usable_total_bytes{${own}})`;
  const low = {
    name: "MilvusMinioCapacityLow",
    summary: "{{ $value | humanizePercentage }} of MinIO's capacity is free.",
    description:
      "A full MinIO fails every flush and every index. Drop collections that nobody reads, grow the volumes, or add a pool.",
    runbook: "minio-pool-expansion",
  } as const;
  return [
    { ...low, severity: "warning", expr: `${free} < 0.2`, for: "15m" },
    { ...low, severity: "critical", expr: `${free} < 0.1`, for: "5m" },
  ];
}

function requests(own: string): Alert[] {
  const rate = (metric: string) => `sum(rate(${metric}{${own}}[5m]))`;
  return [
    {
      name: "MilvusMinioRequestsFailing",
      severity: "warning",
      expr: `${rate("minio_s3_requests_5xx_errors_total")} / ${rate("minio_s3_requests_total")} > 0.05`,
      for: "10m",
      summary: "MinIO fails {{ $value | humanizePercentage }} of its requests.",
      description: "The fault is MinIO's own: drives offline, no quorum, or no space. Its log names the cause.",
    },
    {
      name: "MilvusMinioRequestsWaiting",
      severity: "warning",
      expr: `max by (server) (minio_s3_requests_waiting_total{${own}}) > 100`,
      for: "15m",
      summary: "{{ $value }} requests wait at {{ $labels.server }}.",
      description: "The server or its drives cannot keep up: give them more CPU or faster volumes.",
    },
  ];
}
