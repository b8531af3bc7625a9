import { inContainers, inContexts, inPods } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";

/** check_hostNamespaces.go */
export const hostNamespacesUnused: Invariant<EnvironmentTree> = {
  name: "host-namespaces-unused",
  code: "E_POLICY",
  severity: "error",
  reason: "The pod would see the processes, or the network, of its node and of every pod there.",
  remedy: "Remove hostIPC, hostNetwork and hostPID.",
  find: inPods(({ pod }) => {
    const fields = ["hostIPC", "hostNetwork", "hostPID"] as const;
    return fields.filter((field) => pod[field] === true).map((field) => `${field} is true.`);
  }),
};

/** check_hostPorts.go */
export const hostPortsUnused: Invariant<EnvironmentTree> = {
  name: "host-ports-unused",
  code: "E_POLICY",
  severity: "error",
  reason: "A port of the node is open to everyone who reaches the node, and only one pod of a node can have it.",
  remedy: "Remove hostPort, and lead clients to a Service.",
  find: inContainers(({ ports = [] }) =>
    ports.flatMap(({ hostPort = 0 }) => (hostPort === 0 ? [] : [`it takes port ${hostPort} of the node.`])),
  ),
};

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

/** check_sysctls.go */
export const sysctlsSafe: Invariant<EnvironmentTree> = {
  name: "sysctls-safe",
  code: "E_POLICY",
  severity: "error",
  reason: "Other settings of the kernel hold for the whole node.",
  remedy: "Set it on the nodes.",
  find: inPods(({ pod }) =>
    (pod.securityContext?.sysctls ?? [])
      .filter(({ name }) => !SAFE_SYSCTLS.has(name))
      .map(({ name }) => `The sysctl ${name} is not a safe one.`),
  ),
};

/** check_windowsHostProcess.go */
export const hostProcessOff: Invariant<EnvironmentTree> = {
  name: "host-process-off",
  code: "E_POLICY",
  severity: "error",
  reason: "A host process of Windows runs outside every container.",
  remedy: "Remove windowsOptions.",
  find: inContexts(({ windowsOptions }) =>
    windowsOptions?.hostProcess === true ? ["windowsOptions.hostProcess is true."] : [],
  ),
};
