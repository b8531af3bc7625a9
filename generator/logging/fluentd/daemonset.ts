import { metadata, podMetadata } from "../../kubernetes/metadata.ts";
import { containerSecurityContext } from "../../kubernetes/pod-security.ts";
import { httpProbe, tcpProbe } from "../../kubernetes/probes.ts";
import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { containerResources } from "../../kubernetes/resources.ts";
import type { Logging } from "../../model/environment.ts";
import { imageReference } from "../../model/images.ts";
import { selectorLabels } from "../../model/labels.ts";
import { accountVariables, authority } from "../access.ts";
import { FLUENTD, LOGGING_WAVE } from "../identities.ts";
import { elasticsearchAccess } from "../store.ts";
import { METRICS_PORT, STATE_FOLDER } from "./sources.ts";

/**
 * Fluentd on every node, objects of ours instead of the chart of fluent/helm-charts: that one wants rights to read all pods of the
 * cluster, and its settings are templates in templates. `config` is the name of the ConfigMap.
 */
export function fluentdDaemonSet(logging: Logging, config: string): KubernetesObject {
  return {
    apiVersion: "apps/v1",
    kind: "DaemonSet",
    metadata: metadata(FLUENTD, FLUENTD.name, LOGGING_WAVE.fluentd),
    spec: {
      revisionHistoryLimit: 3,
      selector: { matchLabels: selectorLabels(FLUENTD) },
      updateStrategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: "10%" } },
      template: {
        metadata: podMetadata(FLUENTD, { labels: {}, annotations: {} }),
        spec: podSpec(logging, config),
      },
    },
  };
}

function podSpec(logging: Logging, config: string) {
  const mounted = [...volumes(config), ...authority(elasticsearchAccess(logging))];
  return {
    automountServiceAccountToken: false,
    containers: [
      container(
        logging,
        mounted.map(({ mount }) => mount),
      ),
    ],
    enableServiceLinks: false,
    securityContext: { seccompProfile: { type: "RuntimeDefault" } },
    serviceAccountName: FLUENTD.name,
    // A chunk that is on its way.
    terminationGracePeriodSeconds: 60,
    // Milvus may run where others may not.
    tolerations: [{ operator: "Exists" }],
    volumes: mounted.map(({ volume }) => volume),
  };
}

/** Root without a capability: it owns the files of the node's logs, which nobody else may read, and may do nothing beyond. */
const ROOT = { ...containerSecurityContext(true), runAsGroup: 0, runAsNonRoot: false, runAsUser: 0 };

function container({ fluentd, ...logging }: Logging, volumeMounts: readonly object[]) {
  return {
    name: FLUENTD.name,
    image: imageReference(fluentd.image),
    imagePullPolicy: "IfNotPresent",
    env: [
      { name: "NODE_NAME", valueFrom: { fieldRef: { fieldPath: "spec.nodeName" } } },
      ...accountVariables(elasticsearchAccess({ fluentd, ...logging })),
    ],
    ports: [{ name: "metrics", containerPort: METRICS_PORT, protocol: "TCP" }],
    livenessProbe: tcpProbe(METRICS_PORT, { periodSeconds: 30, timeoutSeconds: 10, failureThreshold: 5 }),
    readinessProbe: httpProbe("/metrics", METRICS_PORT, { periodSeconds: 10, timeoutSeconds: 10, failureThreshold: 3 }),
    startupProbe: httpProbe("/metrics", METRICS_PORT, { periodSeconds: 5, timeoutSeconds: 10, failureThreshold: 60 }),
    resources: containerResources(fluentd.resources),
    securityContext: ROOT,
    volumeMounts,
  };
}

/** The links in /var/log/containers lead to /var/log/pods, and nowhere else with a runtime of the CRI. */
function volumes(config: string) {
  return [
    {
      volume: { name: "config", configMap: { name: config } },
      mount: { name: "config", mountPath: "/fluentd/etc", readOnly: true },
    },
    ...["containers", "pods"].map((folder) => ({
      volume: { name: `log-${folder}`, hostPath: { path: `/var/log/${folder}`, type: "Directory" } },
      mount: { name: `log-${folder}`, mountPath: `/var/log/${folder}`, readOnly: true },
    })),
    {
      volume: { name: "state", hostPath: { path: STATE_FOLDER, type: "DirectoryOrCreate" } },
      mount: { name: "state", mountPath: STATE_FOLDER },
    },
    { volume: { name: "tmp", emptyDir: { sizeLimit: "64Mi" } }, mount: { name: "tmp", mountPath: "/tmp" } },
  ];
}
