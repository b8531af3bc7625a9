import type { KubernetesObject, Resource } from "../../../kubernetes/resource.ts";
import type { Environment } from "../../../model/environment.ts";
import { operatorMetadata } from "../metadata.ts";
import { type Alert, alertingRule } from "./alert.ts";
import { backupAlerts } from "./backup.ts";
import { etcdAlerts } from "./etcd.ts";
import { milvusAlerts } from "./milvus.ts";
import { minioAlerts } from "./minio.ts";
import { pulsarAlerts } from "./pulsar.ts";
import { volumeAlerts } from "./volumes.ts";

/** A PrometheusRule for each program, one for the volumes, and one for the backups. */
export function prometheusRules(environment: Environment): Resource[] {
  if (!environment.monitoring.rules.enabled) return [];
  return alertGroups(environment).map((group) => ({
    file: `prometheusrule-${group.name}`,
    object: prometheusRule(environment, group),
  }));
}

export interface AlertGroup {
  readonly name: string;
  readonly alerts: readonly Alert[];
}

/** Every alert of the environment; no group is empty. */
export function alertGroups(environment: Environment): AlertGroup[] {
  const groups = [
    { name: "etcd", alerts: etcdAlerts(environment) },
    { name: "minio", alerts: minioAlerts(environment) },
    { name: "pulsar", alerts: pulsarAlerts(environment) },
    { name: "milvus", alerts: milvusAlerts(environment) },
    { name: "volumes", alerts: volumeAlerts(environment) },
    { name: "backup", alerts: backupAlerts(environment) },
  ];
  return groups.filter(({ alerts }) => alerts.length > 0);
}

function prometheusRule(environment: Environment, { name, alerts }: AlertGroup): KubernetesObject {
  return {
    apiVersion: "monitoring.coreos.com/v1",
    kind: "PrometheusRule",
    metadata: operatorMetadata(name, environment.monitoring.rules.labels),
    spec: { groups: [{ name, rules: alerts.map((alert) => alertingRule(environment, alert)) }] },
  };
}
