import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { type EnvironmentTree, type Invariant, type Violation, violation } from "../invariant.ts";
import { podOwners } from "../workload.ts";
import type { Address } from "./addresses.ts";
import { locatedAddresses } from "./located-addresses.ts";
import { serviceSpec, services } from "./service-spec.ts";

/** In variables, arguments and configuration files; a name with a dot is of the world outside, unless it ends in `.svc`. */
export const addressHasService: Invariant<EnvironmentTree> = {
  name: "address-has-service",
  code: "E_REF",
  severity: "error",
  reason: "A program that calls a name nobody answers never becomes ready.",
  remedy: "Take the name from a Service of the environment.",
  find: ({ objects }) => {
    const known = new Set(services(objects).map(({ metadata }) => metadata.name));
    return wrong(objects, ({ service }) =>
      known.has(service) ? undefined : `It expects a Service ${service}, which does not exist.`,
    );
  },
};

export const addressPortOffered: Invariant<EnvironmentTree> = {
  name: "address-port-offered",
  code: "E_REF",
  severity: "error",
  reason: "A Service refuses, or never answers, a connection to a port that it does not offer.",
  remedy: "Take the port from the Service.",
  find: ({ objects }) => {
    const offered = servicePorts(objects);
    return wrong(objects, ({ service, port }) =>
      offered.get(service)?.has(port) === false
        ? `It expects ${service}:${port}, which the Service does not offer.`
        : undefined,
    );
  },
};

export const addressHasPod: Invariant<EnvironmentTree> = {
  name: "address-has-pod",
  code: "E_REF",
  severity: "error",
  reason: "A member that does not exist counts as one that is down, and a quorum is that much nearer to its end.",
  remedy: "Name the pods that the StatefulSet has, from 0 to its replicas minus 1.",
  find: ({ objects }) => {
    const replicas = replicasByPod(objects);
    return wrong(objects, ({ pod, service }) => {
      const { name, last } = ordinals(pod);
      if (name === undefined || last < (replicas.get(`${service}/${name}`) ?? 0)) return undefined;
      return `It expects a pod ${name}-${last} behind ${service}, which no StatefulSet has.`;
    });
  },
};

/** A violation for each address that is at fault, once for each object. */
function wrong(objects: readonly KubernetesObject[], fault: (address: Address) => string | undefined): Violation[] {
  const found = locatedAddresses(objects).flatMap(({ object, address }) => {
    const message = fault(address);
    return message === undefined ? [] : [violation(object, message)];
  });
  return [...new Map(found.map((item) => [`${item.subject} ${item.message}`, item])).values()];
}

function servicePorts(objects: readonly KubernetesObject[]): ReadonlyMap<string, ReadonlySet<number>> {
  return new Map(
    services(objects).map((service) => [service.metadata.name, new Set(serviceSpec(service).ports.map(({ port }) => port))]),
  );
}

/** By headless Service and StatefulSet, `etcd-headless/etcd`. */
function replicasByPod(objects: readonly KubernetesObject[]): ReadonlyMap<string, number> {
  return new Map(
    podOwners(objects).flatMap(({ object, serviceName, replicas = 1 }) =>
      serviceName === undefined ? [] : [[`${serviceName}/${object.metadata.name}`, replicas] as const],
    ),
  );
}

/** The StatefulSet and the highest ordinal that a pod's name stands for: `minio-{0...3}` is minio and 3. */
function ordinals(pod = ""): { name: string | undefined; last: number } {
  const [, name, single, last] = /^(.+)-(?:(\d+)|\{\d+\.\.\.(\d+)\})$/.exec(pod) ?? [];
  return { name, last: Number(single ?? last) };
}
