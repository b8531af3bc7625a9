import type { Settings } from "../schema/settings.ts";

/** Off in every profile: an object of a kind that a cluster does not have fails the whole sync. */
export const MONITORING_DEFAULTS: NonNullable<Settings["monitoring"]> = {
  enabled: false,
  // As in the Helm chart of Milvus.
  interval: "30s",
  labels: {},
  rules: { enabled: true, labels: {} },
  // The label that the sidecar of kube-prometheus-stack asks for (values.yaml, grafana.sidecar.dashboards).
  dashboards: { enabled: true, labels: { grafana_dashboard: "1" } },
};
