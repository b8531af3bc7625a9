import type { EnvironmentSeed } from "./seed.ts";
import { add, remove, set } from "./tree-changes.ts";

const MONITOR = "PodMonitor milvus";
const OPERATOR = { apiVersion: "monitoring.coreos.com/v1" };
const ETCD_LABELS = { "app.kubernetes.io/name": "etcd", "app.kubernetes.io/component": "etcd" };

export const MONITORING_SEEDS: readonly EnvironmentSeed[] = [
  {
    invariant: "monitor-selects-targets",
    title: "a monitor selects pods that do not exist",
    breakIt: set(MONITOR, "spec.selector.matchLabels", { app: "nothing" }),
  },
  {
    invariant: "monitor-selects-targets",
    title: "custom/ has a ServiceMonitor for a Service of another name",
    breakIt: add("ServiceMonitor", {
      ...OPERATOR,
      spec: { selector: { matchLabels: { app: "attu" } }, endpoints: [{ port: "http" }] },
    }),
  },
  {
    invariant: "monitor-port-exists",
    title: "a monitor asks for a port by a name that no container has",
    breakIt: set(MONITOR, "spec.podMetricsEndpoints.0.port", "http-metrics"),
  },
  {
    invariant: "monitor-port-exists",
    title: "a ServiceMonitor asks for a port that the Service does not offer",
    breakIt: add("ServiceMonitor", {
      ...OPERATOR,
      spec: { selector: { matchLabels: ETCD_LABELS }, endpoints: [{ port: "metrics" }] },
    }),
  },
  {
    invariant: "alert-tells-what-to-do",
    title: "an alert has no severity",
    breakIt: set("PrometheusRule milvus", "spec.groups.0.rules.0.labels", {}),
  },
  {
    invariant: "alert-tells-what-to-do",
    title: "an alert of custom/ has no texts",
    breakIt: add("PrometheusRule", {
      ...OPERATOR,
      spec: { groups: [{ name: "own", rules: [{ alert: "OwnAlert", expr: "up == 0", labels: { severity: "warning" } }] }] },
    }),
  },
  {
    invariant: "alert-named-once",
    title: "an alert has the name and the labels of another",
    breakIt: (tree) => {
      const rules = tree.objects.find(({ kind }) => kind === "PrometheusRule")?.spec as { groups: { rules: object[] }[] };
      const [rule] = rules.groups.flatMap((group) => group.rules);
      return add("PrometheusRule", { ...OPERATOR, spec: { groups: [{ name: "own", rules: [rule, rule] }] } })(tree);
    },
  },
  {
    invariant: "dashboard-is-readable",
    title: "a dashboard is cut off",
    breakIt: set("ConfigMap milvus-dashboard-overview", "data", { "overview.json": '{ "title": "Over' }),
  },
  {
    invariant: "dashboard-is-readable",
    title: "a dashboard has no title",
    breakIt: set("ConfigMap milvus-dashboard-overview", "data", { "overview.json": "{}" }),
  },
  {
    invariant: "dashboard-named-once",
    title: "custom/ has a copy of a dashboard",
    breakIt: (tree) => {
      const board = tree.objects.find(({ metadata }) => metadata.name === "milvus-dashboard-overview");
      return {
        ...tree,
        objects: [
          ...tree.objects,
          ...(board === undefined ? [] : [{ ...board, metadata: { ...board.metadata, name: "copy" } }]),
        ],
      };
    },
  },
  {
    invariant: "server-is-monitored",
    title: "the monitor of the stores is gone",
    breakIt: remove("PodMonitor etcd"),
  },
  {
    invariant: "server-is-monitored",
    title: "a role has pods of another name",
    breakIt: set("Deployment milvus-proxy", "spec.template.metadata.labels", {
      "app.kubernetes.io/managed-by": "milvus-gitops",
      "app.kubernetes.io/name": "proxy",
    }),
  },
];
