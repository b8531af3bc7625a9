import { inPods } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { type Container, containersOf, FINITE_KINDS, type Handler, type PodOwner } from "../workload.ts";

const PROBES = ["startupProbe", "livenessProbe", "readinessProbe"] as const;

export const probesPresent: Invariant<EnvironmentTree> = {
  name: "probes-present",
  code: "E_OBJECT",
  severity: "error",
  reason: "Without probes a pod that hangs stays, gets connections before it can serve, or is killed while it starts.",
  remedy: "Give the container a startupProbe, a livenessProbe and a readinessProbe.",
  find: inServers((container) =>
    PROBES.filter((probe) => container[probe] === undefined).map((probe) => `it has no ${probe}.`),
  ),
};

export const probePortDeclared: Invariant<EnvironmentTree> = {
  name: "probe-port-declared",
  code: "E_REF",
  severity: "error",
  reason: "A probe of a port that nothing listens on fails for ever, and the pod with it.",
  remedy: "Declare the port in the container, or correct the probe.",
  find: inPods(({ pod }) =>
    containersOf(pod).flatMap((container) =>
      PROBES.flatMap((probe) => portOf(container[probe]) ?? [])
        .filter((port) => !declares(container, port))
        .map((port) => `Container ${container.name}: a probe asks port ${port}, which is not declared.`),
    ),
  ),
};

/** kube-score `pod-probes-identical`. */
export const probesDiffer: Invariant<EnvironmentTree> = {
  name: "probes-differ",
  code: "E_OBJECT",
  severity: "error",
  reason: "A pod that is only not ready would be killed in place of being left to recover.",
  remedy: "Let liveness ask less than readiness: another path, or only whether the port is open.",
  find: inServers((container) => {
    const { livenessProbe, readinessProbe } = container;
    if (livenessProbe === undefined || readinessProbe === undefined) return [];
    return handlerOf(livenessProbe, container) === handlerOf(readinessProbe, container)
      ? ["liveness and readiness ask the same."]
      : [];
  }),
};

/** Containers that run until they are stopped: neither those of a Job, nor init containers but for sidecars. */
function inServers(faults: (container: Container) => readonly string[]) {
  return inPods((owner) =>
    serversOf(owner).flatMap((container) => faults(container).map((fault) => `Container ${container.name}: ${fault}`)),
  );
}

function serversOf({ object, pod }: PodOwner): Container[] {
  if (FINITE_KINDS.has(object.kind)) return [];
  return [...(pod.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === "Always"), ...pod.containers];
}

function portOf(handler: Handler | undefined): string | number | undefined {
  return handler?.httpGet?.port ?? handler?.tcpSocket?.port ?? handler?.grpc?.port;
}

function declares({ ports = [] }: Container, port: string | number): boolean {
  return ports.some(({ name, containerPort }) => name === port || containerPort === port);
}

/** What a probe does, without how often; a port's name and its number are the same port. */
function handlerOf(handler: Handler, { ports = [] }: Container): string {
  const { exec, grpc, httpGet, tcpSocket } = handler;
  const port = portOf(handler);
  const number = ports.find(({ name }) => name === port)?.containerPort ?? port;
  const action = exec?.command ?? httpGet?.path ?? (httpGet && "/") ?? (tcpSocket && "open") ?? `grpc ${grpc?.service ?? ""}`;
  return JSON.stringify([action, number]);
}
