import type { Environment } from "../../model/environment.ts";
import { type Directive, directive } from "./directive.ts";

/** On the node, and so in the container, where positions and the buffer outlive a pod. */
export const STATE_FOLDER = "/var/lib/milvus-gitops/fluentd";

/** Tag of every event: `logs.prod`. */
export const TAG = "logs";

/**
 * One source for each environment, which reads its namespace and nothing else: the kubelet names a link for each container
 * `<pod>_<namespace>_<container>-<id>.log`, and no part of it can hold the underscore.
 */
export function sources(environments: readonly Pick<Environment, "name" | "namespace">[]): Directive[] {
  return [...environments].sort((a, b) => (a.name < b.name ? -1 : 1)).map(source);
}

function source({ name, namespace }: Pick<Environment, "name" | "namespace">): Directive {
  const parameters = {
    "@type": "tail",
    "@id": `tail_${name}`,
    path: `/var/log/containers/*_${namespace}_*.log`,
    path_key: "path",
    pos_file: `${STATE_FOLDER}/${name}.pos`,
    tag: `${TAG}.${name}`,
    // The first lines of a new pod are the ones that tell why it does not start.
    read_from_head: true,
    // The kubelet rotates by renaming.
    follow_inodes: true,
    refresh_interval: "10s",
    rotate_wait: "30s",
  };
  return directive("source", parameters, [directive("parse", CRI)]);
}

/** What containerd and CRI-O write (Kubernetes `pkg/kubelet/kuberuntime/logs`): time, stream, `P` for a part of a line or `F`, text. */
const CRI = {
  "@type": "regexp",
  expression: "/^(?<time>[^ ]+) (?<stream>stdout|stderr) (?<logtag>[FP]) (?<log>.*)$/",
  time_format: "%Y-%m-%dT%H:%M:%S.%N%z",
};

/** Metrics of Fluentd itself, which its probes ask for. */
export const METRICS_PORT = 24_231;

export const METRICS: readonly Directive[] = [
  directive("source", { "@type": "prometheus", "@id": "metrics", port: METRICS_PORT, metrics_path: "/metrics" }),
  directive("source", { "@type": "prometheus_output_monitor", "@id": "metrics_output" }),
];
