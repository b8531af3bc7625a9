import type { Environment } from "../../../model/environment.ts";
import { programs } from "../programs.ts";
import type { Alert } from "./alert.ts";

/** Of the volumes of the stores, as the kubelet tells: a Prometheus that does not scrape kubelets sees none of it. */
export function volumeAlerts(environment: Environment): Alert[] {
  const hasStores = programs(environment).some(({ app }) => app !== "milvus");
  return hasStores ? alerts(`namespace="${environment.namespace}"`) : [];
}

function alerts(own: string): Alert[] {
  const of = (what: string) => `max by (persistentvolumeclaim) (kubelet_volume_stats_${what}{${own}})`;
  const free = `${of("available_bytes")} / ${of("capacity_bytes")}`;
  const full = {
    name: "MilvusVolumeFilling",
    summary: "{{ $value | humanizePercentage }} of {{ $labels.persistentvolumeclaim }} is free.",
    runbook: "volume-growth",
  } as const;
  return [
    { ...full, severity: "warning", expr: `${free} < 0.2`, for: "15m", description: "Grow it while the store still writes." },
    {
      ...full,
      severity: "critical",
      expr: `${free} < 0.05`,
      for: "5m",
      description: "A store with a full volume stops to write, and etcd or ZooKeeper may not start again. Grow it now.",
    },
    {
      name: "MilvusVolumeFullInDays",
      severity: "warning",
      expr: `max by (persistentvolumeclaim) (predict_linear(kubelet_volume_stats_available_bytes{${own}}[12h], 345600)) < 0 and ${free} < 0.5`,
      for: "1h",
      summary: "At the pace of the last twelve hours {{ $labels.persistentvolumeclaim }} is full within four days.",
      description: "Find out what grows, and grow the volume.",
      runbook: "volume-growth",
    },
    {
      name: "MilvusVolumeInodesFilling",
      severity: "warning",
      expr: `${of("inodes_free")} / ${of("inodes")} < 0.1`,
      for: "15m",
      summary: "{{ $value | humanizePercentage }} of the inodes of {{ $labels.persistentvolumeclaim }} are free.",
      description: "No file can be made without one. MinIO makes many for small objects; a larger volume has more.",
      runbook: "volume-growth",
    },
  ];
}
