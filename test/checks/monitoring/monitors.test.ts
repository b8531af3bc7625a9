import { describe, expect, it } from "vitest";
import type { EnvironmentTree, Invariant, Violation } from "../../../generator/checks/invariant.ts";
import { monitorPortExists, monitorSelectsTargets, serverIsMonitored } from "../../../generator/checks/monitoring/monitors.ts";
import type { KubernetesObject } from "../../../generator/kubernetes/resource.ts";
import { aMonitoring } from "../../support/environments.ts";
import { soundObjects, withField } from "../objects.ts";
import { treeOf } from "../trees.ts";

const DB = { matchLabels: { app: "db" } };

describe("monitorSelectsTargets and monitorPortExists", () => {
  it.each([
    { title: "pods, by the name of a port", monitor: podMonitor({ selector: DB }, "client") },
    { title: "Services by their labels", monitor: serviceMonitor({ selector: { matchLabels: { team: "db" } } }, "client") },
    { title: "another namespace", monitor: podMonitor({ selector: {}, namespaceSelector: { any: true } }, "elsewhere") },
  ])("accept a monitor of $title", ({ monitor }) => {
    const labelled = withField(soundObjects(), "Service db", "metadata.labels", { team: "db" });
    const tree = treeOf([...labelled, monitor]);

    expect([...found(monitorSelectsTargets, tree), ...found(monitorPortExists, tree)]).toEqual([]);
  });

  it.each([podMonitor({ selector: { matchLabels: { app: "nothing" } } }, "client"), serviceMonitor({}, "client")])(
    "refuse a $kind that selects nothing",
    (monitor) => {
      expect(found(monitorSelectsTargets, treeOf([...soundObjects(), monitor]))).toEqual([
        { subject: `${monitor.kind} milvus-test/m`, message: "The monitor selects nothing." },
      ]);
    },
  );

  it("refuse a port that one of several workloads does not have", () => {
    expect(found(monitorPortExists, treeOf([...soundObjects(), podMonitor({ selector: {} }, "client")]))).toEqual([
      { subject: "PodMonitor milvus-test/m", message: "Deployment web has no port client." },
    ]);
  });
});

describe("serverIsMonitored", () => {
  const managed = withField(soundObjects(), "StatefulSet db", "spec.template.metadata.labels", {
    app: "db",
    "app.kubernetes.io/managed-by": "milvus-gitops",
  });
  const monitoring = aMonitoring({ enabled: true });

  it("wants a monitor for each workload of ours, be it by way of a Service", () => {
    const labelled = withField(managed, "Service db", "metadata.labels", { team: "db" });
    const monitor = serviceMonitor({ selector: { matchLabels: { team: "db" } } }, "client");

    expect(found(serverIsMonitored, treeOf([...labelled, monitor], { monitoring }))).toEqual([]);
    expect(found(serverIsMonitored, treeOf(managed, { monitoring }))).toEqual([
      { subject: "StatefulSet milvus-test/db", message: "No monitor selects its pods." },
    ]);
  });

  it("asks for none of the console, which has no metrics", () => {
    const console = withField(managed, "StatefulSet db", "spec.template.metadata.labels", {
      "app.kubernetes.io/managed-by": "milvus-gitops",
      "app.kubernetes.io/name": "attu",
    });

    expect(found(serverIsMonitored, treeOf(console, { monitoring }))).toEqual([]);
  });

  it("asks for none where monitoring is off", () => {
    expect(found(serverIsMonitored, treeOf(managed))).toEqual([]);
  });
});

function found({ find }: Invariant<EnvironmentTree>, tree: EnvironmentTree): readonly Violation[] {
  return find(tree) as readonly Violation[];
}

function podMonitor(spec: object, port: string): KubernetesObject {
  return monitor("PodMonitor", { ...spec, podMetricsEndpoints: [{ port }] });
}

function serviceMonitor(spec: object, port: string): KubernetesObject {
  return monitor("ServiceMonitor", { ...spec, endpoints: [{ port }] });
}

function monitor(kind: string, spec: object): KubernetesObject {
  return { apiVersion: "monitoring.coreos.com/v1", kind, metadata: { name: "m", namespace: "milvus-test" }, spec };
}
