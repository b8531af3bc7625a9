import { merge } from "../../config/merge.ts";
import type { PlatformFile } from "../../config/schema/platform.ts";
import type { Addon } from "../environment.ts";
import type { Mirrors } from "./images.ts";
import { resolveOperator } from "./logging.ts";
import { OWN_CLUSTER } from "./own-cluster.ts";

/** The add-ons that gitops.yaml names, with the versions that were looked at and values that suit Argo CD. */
export function resolveAddons({ prometheus, logging }: NonNullable<PlatformFile["addons"]>, mirrors: Mirrors): Addon[] {
  return [
    ...(prometheus === undefined ? [] : resolvePrometheus(prometheus)),
    ...(logging === undefined ? [] : resolveOperator(logging, mirrors)),
  ];
}

function resolvePrometheus(prometheus: NonNullable<NonNullable<PlatformFile["addons"]>["prometheus"]>): Addon[] {
  const { cluster = OWN_CLUSTER, namespace = "monitoring", version = "88.5.3", values = {} } = prometheus;
  const repository = "https://prometheus-community.github.io/helm-charts";
  const chart = { repository, name: "kube-prometheus-stack", version };
  return [
    { name: "prometheus", cluster, namespace, chart, values: merge<object>(PROMETHEUS_VALUES, values) as Addon["values"] },
  ];
}

/** Names of kube-prometheus-stack 88.5.3 (`values.yaml`). */
const PROMETHEUS_VALUES = {
  prometheus: {
    // Every monitor and rule of the cluster, whatever its labels.
    prometheusSpec: {
      podMonitorSelectorNilUsesHelmValues: false,
      probeSelectorNilUsesHelmValues: false,
      ruleSelectorNilUsesHelmValues: false,
      scrapeConfigSelectorNilUsesHelmValues: false,
      serviceMonitorSelectorNilUsesHelmValues: false,
    },
  },
  // Their certificates come from Jobs that no sync sees, and their kinds would widen the project. Without them TLS has no use either.
  prometheusOperator: { admissionWebhooks: { enabled: false }, tls: { enabled: false } },
  grafana: {
    // The chart would make up a password at every rendering.
    admin: { existingSecret: "grafana-admin" },
    sidecar: { dashboards: { folderAnnotation: "grafana_folder", provider: { foldersFromFilesStructure: true } } },
  },
  // They want Services in kube-system, and many clusters show nothing there.
  coreDns: { enabled: false },
  kubeControllerManager: { enabled: false },
  kubeEtcd: { enabled: false },
  kubeProxy: { enabled: false },
  kubeScheduler: { enabled: false },
};
