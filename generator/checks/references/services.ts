import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { inObjects } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { containersOf, type PodOwner, podOwners, selects } from "../workload.ts";
import { serviceSpec } from "./service-spec.ts";

/** A Service without a selector has its endpoints from elsewhere. */
export const serviceSelectsPods: Invariant<EnvironmentTree> = {
  name: "service-selects-pods",
  code: "E_REF",
  severity: "error",
  reason: "A Service that selects no pod refuses every connection.",
  remedy: "Select the labels of a pod template.",
  find: inObjects("Service", (service, { objects }) =>
    serviceSpec(service).selector === undefined || behind(service, objects).length > 0 ? [] : ["The Service selects no pod."],
  ),
};

export const serviceTargetPortExists: Invariant<EnvironmentTree> = {
  name: "service-target-port-exists",
  code: "E_REF",
  severity: "error",
  reason: "A connection is refused by each pod that does not listen where the Service leads to.",
  remedy: "Declare the port in the container, or correct targetPort.",
  find: inObjects("Service", (service, { objects }) => {
    const owners = behind(service, objects);
    return serviceSpec(service)
      .ports.map(({ port, targetPort = port }) => targetPort)
      .filter((target) => !owners.every((owner) => hasPort(owner, target)))
      .map((target) => `No container declares the port ${target}.`);
  }),
};

function behind(service: KubernetesObject, objects: readonly KubernetesObject[]): PodOwner[] {
  const { selector } = serviceSpec(service);
  return selector === undefined ? [] : podOwners(objects).filter(({ podLabels }) => selects(selector, podLabels));
}

/** A port of pods that a Service leads to. */
export interface ServerPort {
  readonly server: PodOwner;
  readonly port: number;
}

/** Where a connection to a port of the Service of that name ends. */
export function serversBehind(name: string, port: number, objects: readonly KubernetesObject[]): ServerPort[] {
  const service = objects.find(({ kind, metadata }) => kind === "Service" && metadata.name === name);
  if (service === undefined) return [];
  const { targetPort = port } = serviceSpec(service).ports.find((offered) => offered.port === port) ?? {};
  return behind(service, objects).map((server) => ({ server, port: portNumber(server, targetPort) ?? port }));
}

function portNumber({ pod }: PodOwner, port: string | number): number | undefined {
  if (typeof port === "number") return port;
  const ports = containersOf(pod).flatMap((container) => container.ports ?? []);
  return ports.find(({ name }) => name === port)?.containerPort;
}

/** Whether a container of the workload declares the port, by name or number. */
export function hasPort({ pod }: PodOwner, port: string | number): boolean {
  const ports = containersOf(pod).flatMap((container) => container.ports ?? []);
  return ports.some(({ name, containerPort }) => name === port || containerPort === port);
}
