import type { PodOwner, PodSpec } from "../workload.ts";
import { contextFaults } from "./contexts.ts";

/** What "restricted" refuses of a pod, apart from its containers. */
export function podFaults({ pod, podAnnotations }: PodOwner): string[] {
  return [...hostNamespaces(pod), ...volumes(pod), ...sysctls(pod), ...annotations(podAnnotations), ...contexts(pod)];
}

function contexts({ securityContext = {} }: PodSpec): string[] {
  return contextFaults(securityContext).map((fault) => `The pod's ${fault}`);
}

function hostNamespaces(pod: PodSpec): string[] {
  const fields = ["hostIPC", "hostNetwork", "hostPID"] as const;
  return fields.filter((field) => pod[field] === true).map((field) => `${field} is true.`);
}

/** Everything that a pod can bring along or claim; not what belongs to the node or to a storage system without a claim. */
const VOLUME_SOURCES: ReadonlySet<string> = new Set([
  "configMap",
  "csi",
  "downwardAPI",
  "emptyDir",
  "ephemeral",
  "image",
  "persistentVolumeClaim",
  "projected",
  "secret",
]);

function volumes(pod: PodSpec): string[] {
  return (pod.volumes ?? []).flatMap(({ name, ...sources }) =>
    Object.keys(sources)
      .filter((source) => !VOLUME_SOURCES.has(source))
      .map((source) => `Volume ${name} is of type ${source}.`),
  );
}

/** As of Kubernetes 1.30, the version that the Namespaces pin. */
const SAFE_SYSCTLS: ReadonlySet<string> = new Set([
  "kernel.shm_rmid_forced",
  "net.ipv4.ip_local_port_range",
  "net.ipv4.ip_local_reserved_ports",
  "net.ipv4.ip_unprivileged_port_start",
  "net.ipv4.ping_group_range",
  "net.ipv4.tcp_fin_timeout",
  "net.ipv4.tcp_keepalive_intvl",
  "net.ipv4.tcp_keepalive_probes",
  "net.ipv4.tcp_keepalive_time",
  "net.ipv4.tcp_syncookies",
]);

function sysctls({ securityContext }: PodSpec): string[] {
  return (securityContext?.sysctls ?? [])
    .filter(({ name }) => !SAFE_SYSCTLS.has(name))
    .map(({ name }) => `The sysctl ${name} is not a safe one.`);
}

/** AppArmor before it had a field of its own, which the API server still obeys. */
function annotations(podAnnotations: Readonly<Record<string, string>>): string[] {
  return Object.entries(podAnnotations)
    .filter(([key]) => key.startsWith("container.apparmor.security.beta.kubernetes.io/"))
    .filter(([, profile]) => profile !== "runtime/default" && !profile.startsWith("localhost/"))
    .map(([key, profile]) => `The annotation ${key} is ${profile}.`);
}
