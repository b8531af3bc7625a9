import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { type ObjectProblem, problemOf } from "../problem.ts";
import { podOwners } from "../workload.ts";
import { type Address, addressesIn, addressPairsIn } from "./addresses.ts";
import { configTexts, podTexts, type Text } from "./texts.ts";

/** Addresses in variables, arguments and configuration files that no Service or pod of the environment answers. */
export function checkHosts(objects: readonly KubernetesObject[]): ObjectProblem[] {
  const known = { ports: servicePorts(objects), replicas: replicasByPod(objects) };
  const addresses = [
    ...[...podTexts(objects), ...configTexts(objects)].flatMap((text) => located(text, addressesIn)),
    ...configTexts(objects).flatMap((text) => located(text, addressPairsIn)),
  ];
  return addresses
    .filter(isOfItsNamespace)
    .flatMap(({ object, address }) =>
      problems(address, known).map((message) => problemOf("E_REF", object, message, "Take names and ports from the Service.")),
    );
}

interface LocatedAddress {
  readonly object: KubernetesObject;
  readonly address: Address;
}

function located({ object, text }: Text, find: (text: string) => Address[]): LocatedAddress[] {
  return find(text).map((address) => ({ object, address }));
}

/** What is in another namespace is outside. */
function isOfItsNamespace({ object, address }: LocatedAddress): boolean {
  return address.namespace === undefined || address.namespace === object.metadata.namespace;
}

interface Known {
  readonly ports: ReadonlyMap<string, ReadonlySet<number>>;
  /** By headless Service and StatefulSet, `etcd-headless/etcd`. */
  readonly replicas: ReadonlyMap<string, number>;
}

function servicePorts(objects: readonly KubernetesObject[]): Known["ports"] {
  const services = objects.filter(({ kind }) => kind === "Service");
  return new Map(
    services.map(({ metadata, spec }) => {
      const { ports = [] } = spec as { ports?: readonly { port: number }[] };
      return [metadata.name, new Set(ports.map(({ port }) => port))];
    }),
  );
}

function replicasByPod(objects: readonly KubernetesObject[]): Known["replicas"] {
  return new Map(
    podOwners(objects).flatMap(({ object, serviceName, replicas = 1 }) =>
      serviceName === undefined ? [] : [[`${serviceName}/${object.metadata.name}`, replicas] as const],
    ),
  );
}

function problems({ pod, service, port }: Address, { ports, replicas }: Known): string[] {
  if (!ports.get(service)?.has(port)) return [`It expects ${service}:${port}, which no Service of the environment offers.`];
  const { name, last } = ordinals(pod);
  if (name === undefined || last < (replicas.get(`${service}/${name}`) ?? 0)) return [];
  return [`It expects a pod ${name}-${last} behind ${service}, which no StatefulSet has.`];
}

/** The StatefulSet and the highest ordinal that a pod's name stands for: `minio-{0...3}` is minio and 3. */
function ordinals(pod = ""): { name: string | undefined; last: number } {
  const [, name, single, last] = /^(.+)-(?:(\d+)|\{\d+\.\.\.(\d+)\})$/.exec(pod) ?? [];
  return { name, last: Number(single ?? last) };
}
