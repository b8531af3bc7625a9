import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { type ObjectProblem, problemOf } from "../problem.ts";
import { containersOf, type PodOwner, podOwners, selects } from "../workload.ts";

interface ServiceSpec {
  readonly clusterIP?: string;
  readonly selector?: Readonly<Record<string, string>>;
  readonly ports?: readonly { readonly name?: string; readonly port: number; readonly targetPort?: string | number }[];
}

/** Services without pods or ports behind them, and StatefulSets whose headless Service is missing. */
export function checkServices(objects: readonly KubernetesObject[]): ObjectProblem[] {
  const owners = podOwners(objects);
  const services = objects.filter(({ kind }) => kind === "Service");
  return [
    ...services.flatMap((service) => backedByPods(service, owners)),
    ...owners.flatMap((owner) => governed(owner, services)),
  ];
}

/** A Service without a selector has its endpoints from elsewhere. */
function backedByPods(service: KubernetesObject, owners: readonly PodOwner[]): ObjectProblem[] {
  const { selector, ports = [] } = service.spec as ServiceSpec;
  if (selector === undefined) return [];
  const behind = owners.filter((owner) => selects(selector, owner.podLabels));
  if (behind.length === 0)
    return [problemOf("E_REF", service, "The Service selects no pod.", "Select the labels of a pod template.")];
  return ports
    .map(({ port, targetPort = port }) => targetPort)
    .filter((target) => !behind.every((owner) => hasPort(owner, target)))
    .map((target) => problemOf("E_REF", service, `No container declares the port ${target}.`, "Declare it in the container."));
}

function hasPort(owner: PodOwner, port: string | number): boolean {
  const ports = containersOf(owner.pod).flatMap((container) => container.ports ?? []);
  return ports.some(({ name, containerPort }) => name === port || containerPort === port);
}

function governed(owner: PodOwner, services: readonly KubernetesObject[]): ObjectProblem[] {
  if (owner.object.kind !== "StatefulSet") return [];
  const service = services.find(({ metadata }) => metadata.name === owner.serviceName);
  const spec = service?.spec as ServiceSpec | undefined;
  if (spec?.clusterIP === "None" && selects(spec.selector ?? {}, owner.podLabels)) return [];
  const message = `${owner.serviceName} is no headless Service of its pods.`;
  return [problemOf("E_REF", owner.object, message, "Add the headless Service.")];
}
