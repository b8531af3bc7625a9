import { type EnvironmentTree, type Invariant, violation } from "../invariant.ts";
import { FINITE_KINDS, podOwners } from "../workload.ts";
import { monitors, portsOf, targetsOf } from "./targets.ts";

export const monitorSelectsTargets: Invariant<EnvironmentTree> = {
  name: "monitor-selects-targets",
  code: "E_REF",
  severity: "error",
  reason: "A monitor that selects nothing is silent, and so is every alert that waits for its figures.",
  remedy: "Select the labels of pods, or of a Service for a ServiceMonitor.",
  find: (tree) =>
    monitors(tree)
      .filter((monitor) => targetsOf(monitor, tree).length === 0)
      .map((monitor) => violation(monitor, "The monitor selects nothing.")),
};

export const monitorPortExists: Invariant<EnvironmentTree> = {
  name: "monitor-port-exists",
  code: "E_REF",
  severity: "error",
  reason: "Prometheus drops a target without the port that the monitor names, and nobody is told.",
  remedy: "Name the port as the container or the Service does.",
  find: (tree) =>
    monitors(tree).flatMap((monitor) =>
      targetsOf(monitor, tree).flatMap(({ name, ports }) =>
        portsOf(monitor)
          .filter((port) => !ports.includes(port))
          .map((port) => violation(monitor, `${name} has no port ${port}.`)),
      ),
    ),
};

/** Programs that have no metrics, by `app.kubernetes.io/name`: nothing could be asked of them. */
const WITHOUT_METRICS: ReadonlySet<string> = new Set(["attu"]);

export const serverIsMonitored: Invariant<EnvironmentTree> = {
  name: "server-is-monitored",
  code: "E_REF",
  severity: "error",
  reason: "The environment asks for monitoring, and of this workload nobody would see anything.",
  remedy: "Let the labels of its pods match a monitor, or set monitoring.enabled: false.",
  find: (tree) => {
    if (!tree.environment.monitoring.enabled) return [];
    const seen = new Set(monitors(tree).flatMap((monitor) => targetsOf(monitor, tree).flatMap(({ owners }) => owners.map(id))));
    return podOwners(tree.objects)
      .filter(({ podLabels }) => podLabels["app.kubernetes.io/managed-by"] === "milvus-gitops")
      .filter(({ object }) => !FINITE_KINDS.has(object.kind))
      .filter(({ podLabels }) => !WITHOUT_METRICS.has(podLabels["app.kubernetes.io/name"] ?? ""))
      .filter((owner) => !seen.has(id(owner)))
      .map(({ object }) => violation(object, "No monitor selects its pods."));
  },
};

function id({ object }: { readonly object: { readonly kind: string; readonly metadata: { readonly name: string } } }): string {
  return `${object.kind} ${object.metadata.name}`;
}
