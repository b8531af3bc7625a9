import type { KubernetesObject } from "../../kubernetes/resource.ts";
import type { Invariant, PlatformTree } from "../invariant.ts";
import { isMap, readAs, type Shape } from "../read-as.ts";
import { containersOf, type PodOwner, podOwners } from "../workload.ts";
import { differing, type Fields } from "./same-fields.ts";

/** By what objects find each other: selectors, names and ports. A port that only one of them has belongs to what is on there alone. */
export const sameIdentity: Invariant<PlatformTree> = {
  name: "same-identity-everywhere",
  code: "E_POLICY",
  severity: "error",
  reason: "What was tried in one environment proves nothing for another where objects find each other by other names.",
  remedy: "Leave selectors, names and ports as the base has them.",
  find: differing((object) => SERVICES[object.kind]?.(object) ?? workload(object)),
};

interface Service {
  readonly selector?: object;
  readonly ports?: readonly { readonly name?: string; readonly port: number; readonly targetPort?: string | number }[];
}

const SERVICE: Shape = { selector: {}, ports: [{ name: "text", port: "port", targetPort: "target" }] };

const SERVICES: Readonly<Record<string, (object: KubernetesObject) => Fields>> = {
  Service: ({ spec }) => {
    const { selector, ports = [] } = readAs<Service>(spec, SERVICE) ?? {};
    const byName = ports.map(({ name, port, targetPort }) => [`port ${name ?? port}`, [port, targetPort]] as const);
    return { selector, ...Object.fromEntries(byName) };
  },
  PodDisruptionBudget: ({ spec }) => ({ selector: isMap(spec) ? spec.selector : undefined }),
};

function workload(object: KubernetesObject): Fields | undefined {
  const [owner] = podOwners([object]);
  return owner === undefined ? undefined : { selector: owner.selector, ...podIdentity(owner) };
}

function podIdentity({ pod, podLabels, serviceName }: PodOwner): Fields {
  const ports = containersOf(pod).flatMap(({ name, ports = [] }) =>
    ports.map((port) => [`port ${port.name ?? port.containerPort} of ${name}`, port.containerPort] as const),
  );
  return {
    "pod labels": Object.fromEntries(Object.entries(podLabels).filter(([key]) => key.startsWith("app.kubernetes.io/"))),
    containers: pod.containers.map(({ name }) => name),
    serviceName,
    serviceAccountName: pod.serviceAccountName,
    ...Object.fromEntries(ports),
  };
}
