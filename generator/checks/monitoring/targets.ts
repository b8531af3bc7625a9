import type { KubernetesObject } from "../../kubernetes/resource.ts";
import type { EnvironmentTree } from "../invariant.ts";
import { readAs } from "../read-as.ts";
import { labelsMatch, selected } from "../references/label-selector.ts";
import { serviceSpec, services } from "../references/service-spec.ts";
import { containersOf, type PodOwner, podOwners, selects } from "../workload.ts";

/** A workload, or a Service with the workloads behind it, that a monitor takes, and the names of its ports. */
export interface Target {
  readonly name: string;
  readonly ports: readonly string[];
  readonly owners: readonly PodOwner[];
}

const MONITORS: ReadonlySet<string> = new Set(["PodMonitor", "ServiceMonitor"]);

/** The monitors of the environment that look at their own namespace, and no other. */
export function monitors({ objects }: EnvironmentTree): KubernetesObject[] {
  return objects.filter(({ kind, spec }) => MONITORS.has(kind) && monitorSpec(spec).namespaceSelector === undefined);
}

export function targetsOf({ kind, spec }: KubernetesObject, { objects }: EnvironmentTree): Target[] {
  const { selector } = monitorSpec(spec);
  const owners = podOwners(objects);
  if (kind === "PodMonitor") return selected(selector, owners).map(podTarget);
  const taken = services(objects).filter(({ metadata }) => labelsMatch(selector, metadata.labels ?? {}));
  return taken.map((service) => serviceTarget(service, owners));
}

/** The ports by name that a monitor asks for; one that it names by number is not looked at. */
export function portsOf({ spec }: KubernetesObject): string[] {
  const { podMetricsEndpoints = [], endpoints = [] } = monitorSpec(spec);
  return [...podMetricsEndpoints, ...endpoints].flatMap(({ port }) => port ?? []);
}

interface MonitorSpec {
  readonly selector?: unknown;
  readonly namespaceSelector?: unknown;
  readonly podMetricsEndpoints?: readonly { readonly port?: string }[];
  readonly endpoints?: readonly { readonly port?: string }[];
}

const ENDPOINTS = [{ port: "text" }] as const;

function monitorSpec(spec: unknown): MonitorSpec {
  const shape = { selector: "any", namespaceSelector: "any", podMetricsEndpoints: ENDPOINTS, endpoints: ENDPOINTS } as const;
  return readAs<MonitorSpec>(spec, shape) ?? {};
}

function podTarget(owner: PodOwner): Target {
  const ports = containersOf(owner.pod).flatMap((container) => container.ports ?? []);
  return {
    name: `${owner.object.kind} ${owner.object.metadata.name}`,
    ports: ports.flatMap(({ name }) => name ?? []),
    owners: [owner],
  };
}

function serviceTarget(service: KubernetesObject, owners: readonly PodOwner[]): Target {
  const { selector, ports } = serviceSpec(service);
  const behind = selector === undefined ? [] : owners.filter(({ podLabels }) => selects(selector, podLabels));
  return { name: `Service ${service.metadata.name}`, ports: ports.flatMap(({ name }) => name ?? []), owners: behind };
}
