import type { Container, Handler, PodSpec, SecurityContext } from "../workload.ts";
import { contextFaults } from "./contexts.ts";

/** What "restricted" refuses of a container; it takes from the pod what it does not set itself. */
export function containerFaults(container: Container, pod: PodSpec): string[] {
  const context = container.securityContext ?? {};
  return [
    ...contextFaults(context),
    ...required(context, pod.securityContext ?? {}),
    ...privileges(context),
    ...capabilities(context.capabilities ?? {}),
    ...hostPorts(container),
    ...hosts(container),
  ];
}

/** What must be said at one of the two levels. */
function required(context: SecurityContext, pod: SecurityContext): string[] {
  return [
    ...((context.runAsNonRoot ?? pod.runAsNonRoot) === undefined ? ["runAsNonRoot is not set."] : []),
    ...((context.seccompProfile ?? pod.seccompProfile) === undefined ? ["seccompProfile is not set."] : []),
  ];
}

function privileges({ allowPrivilegeEscalation, privileged, procMount = "Default" }: SecurityContext): string[] {
  return [
    ...(allowPrivilegeEscalation === false ? [] : ["allowPrivilegeEscalation is not false."]),
    ...(privileged === true ? ["privileged is true."] : []),
    ...(procMount === "Default" ? [] : [`procMount is ${procMount}.`]),
  ];
}

function capabilities({ add = [], drop = [] }: NonNullable<SecurityContext["capabilities"]>): string[] {
  return [
    ...(drop.includes("ALL") ? [] : ["capabilities.drop lacks ALL."]),
    ...add.filter((name) => name !== "NET_BIND_SERVICE").map((name) => `capabilities.add has ${name}.`),
  ];
}

function hostPorts({ ports = [] }: Container): string[] {
  return ports.flatMap(({ hostPort = 0 }) => (hostPort === 0 ? [] : [`it takes port ${hostPort} of the node.`]));
}

/** A probe or hook with a host of its own makes the kubelet call where the pod's author wants. */
function hosts({ startupProbe, livenessProbe, readinessProbe, lifecycle }: Container): string[] {
  const handlers = { startupProbe, livenessProbe, readinessProbe, ...lifecycle };
  return Object.entries(handlers).flatMap(([name, handler]) => {
    const host = hostOf(handler);
    return host === "" ? [] : [`${name} calls ${host}.`];
  });
}

function hostOf(handler: Handler | undefined): string {
  return handler?.httpGet?.host ?? handler?.tcpSocket?.host ?? "";
}
