import type { KubernetesObject } from "../../kubernetes/resource.ts";
import type { Tls } from "../../model/environment.ts";
import type { Invariant, PlatformTree } from "../invariant.ts";
import { isMap, readAs, type Shape } from "../read-as.ts";
import { containersOf, type PodOwner, podOwners } from "../workload.ts";
import { dependingPorts } from "./encryption.ts";
import { differing, type Fields } from "./same-fields.ts";

/** By what objects find each other: selectors, names and ports. Only ports that encryption opens may differ, and only with it. */
export const sameIdentity: Invariant<PlatformTree> = {
  name: "same-identity-everywhere",
  code: "E_POLICY",
  severity: "error",
  reason: "What was tried in one environment proves nothing for another where objects find each other by other names.",
  remedy: "Leave selectors, names and ports as the base has them.",
  find: differing((object, { tls }) => SERVICES[object.kind]?.(object, tls) ?? workload(object, tls)),
};

interface Service {
  readonly selector?: object;
  readonly ports?: readonly { readonly name?: string; readonly port: number; readonly targetPort?: string | number }[];
}

const SERVICE: Shape = { selector: {}, ports: [{ name: "text", port: "port", targetPort: "target" }] };

const SERVICES: Readonly<Record<string, (object: KubernetesObject, tls: Tls) => Fields>> = {
  Service: (object, tls) => {
    const { selector, ports = [] } = readAs<Service>(object.spec, SERVICE) ?? {};
    const found = ports.map(({ name = "", port, targetPort = port }) => ({ name, port, targetPort }));
    return { selector, ports: comparedPorts(object, tls, found) };
  },
  PodDisruptionBudget: ({ spec }) => ({ selector: isMap(spec) ? spec.selector : undefined }),
};

function workload(object: KubernetesObject, tls: Tls): Fields | undefined {
  const [owner] = podOwners([object]);
  return owner === undefined ? undefined : { selector: owner.selector, ...podIdentity(owner, tls) };
}

function podIdentity({ object, pod, podLabels, serviceName }: PodOwner, tls: Tls): Fields {
  const ports = containersOf(pod).map(({ name: container, ports = [] }) => {
    const found = ports.map(({ name = "", containerPort }) => ({ name, port: containerPort }));
    return [`ports of ${container}`, comparedPorts(object, tls, found)] as const;
  });
  return {
    "pod labels": Object.fromEntries(Object.entries(podLabels).filter(([key]) => key.startsWith("app.kubernetes.io/"))),
    containers: pod.containers.map(({ name }) => name),
    serviceName,
    serviceAccountName: pod.serviceAccountName,
    ...Object.fromEntries(ports),
  };
}

interface FoundPort {
  readonly name: string;
  readonly port: number;
  readonly targetPort?: string | number;
}

/** `rest 8080 to rest` for each, but those that the environment has rightly for what it encrypts; `no rest` for one that it lacks. */
function comparedPorts(object: KubernetesObject, tls: Tls, found: readonly FoundPort[]): readonly string[] {
  // A container that serves nothing, as an init container, lacks nothing.
  const depending = found.length === 0 ? [] : dependingPorts(object, tls);
  const isSame = (one: FoundPort, { name, port }: FoundPort) => one.name === name && one.port === port;
  const missing = depending.filter((port) => port.isOpen && !found.some((one) => isSame(one, port)));
  const others = found.filter((one) => !depending.some((port) => port.isOpen && isSame(one, port)));
  return [...missing.map(({ name }) => `no ${name}`), ...others.map(textOf).sort()];
}

function textOf({ name, port, targetPort }: FoundPort): string {
  const number = name === "" ? `${port}` : `${name} ${port}`;
  return targetPort === undefined ? number : `${number} to ${targetPort}`;
}
