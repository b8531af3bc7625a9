import type { KubernetesObject, Resource } from "../../kubernetes/resource.ts";
import { TLS_KEYS } from "../../model/certificates.ts";
import type { Environment } from "../../model/environment.ts";
import { operatorMetadata } from "./metadata.ts";
import { type Program, programs } from "./programs.ts";

/**
 * A monitor for each program that the environment runs. They take pods, not Services: Milvus' and BookKeeper's metrics are behind
 * none, and a member that is not ready is worth a look.
 */
export function podMonitors(environment: Environment): Resource[] {
  return programs(environment).map((program) => ({
    file: `podmonitor-${program.app}`,
    object: podMonitor(environment, program),
  }));
}

/**
 * Labels of the pod that every series carries. The dashboards of Milvus' authors look for name and instance (milvus
 * deployments/monitor/grafana), ours for name and component.
 */
const TARGET_LABELS = ["app.kubernetes.io/name", "app.kubernetes.io/instance", "app.kubernetes.io/component"];

function podMonitor({ monitoring }: Environment, { app, port, paths, secretName }: Program): KubernetesObject {
  return {
    apiVersion: "monitoring.coreos.com/v1",
    kind: "PodMonitor",
    metadata: operatorMetadata(app, monitoring.labels),
    spec: {
      selector: { matchLabels: { "app.kubernetes.io/name": app } },
      podTargetLabels: TARGET_LABELS,
      podMetricsEndpoints: paths.map((path) => ({
        port: port.name,
        path,
        interval: monitoring.interval,
        ...(secretName === undefined ? {} : encrypted(app, secretName)),
      })),
    },
  };
}

/** Prometheus calls pods by their addresses, which no certificate knows; the Service's name it does. */
function encrypted(serverName: string, secretName: string) {
  return { scheme: "https", tlsConfig: { ca: { secret: { name: secretName, key: TLS_KEYS.authority } }, serverName } };
}
