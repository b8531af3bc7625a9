import type { KubernetesObject } from "../../kubernetes/resource.ts";
import type { Environment } from "../../model/environment.ts";
import { ATTU, milvusIdentity } from "../../model/identities.ts";
import { inObjects } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { readAs } from "../read-as.ts";
import { backendsOf, isRoute } from "../references/backends.ts";

const PROXY = milvusIdentity("proxy").name;

const UNASKED = {
  code: "E_NET",
  severity: "error",
  reason: "It opens to clients outside the cluster what the environment's exposure keeps inside.",
  remedy:
    "Remove it, or set exposure or attu.exposure in the environment's file, which open the proxies and the console, and nothing else.",
} as const;

/** Of the Services, that of the proxies alone may be more than ClusterIP, and only of the type that the environment asks for. */
export const serviceTypeAsAsked: Invariant<EnvironmentTree> = {
  ...UNASKED,
  name: "service-type-as-asked",
  find: inObjects("Service", (service, { environment }) => {
    const { type } = readAs<{ type?: string }>(service.spec, { type: "text" }) ?? {};
    if (type !== "NodePort" && type !== "LoadBalancer") return [];
    if (service.metadata.name !== PROXY) return [`It is of type ${type}, and only ${PROXY} may be.`];
    return environment.exposure.type === type ? [] : [`It is of type ${type}, ${asked(environment)}`];
  }),
};

export const ingressAsAsked: Invariant<EnvironmentTree> = {
  ...UNASKED,
  name: "ingress-as-asked",
  find: inObjects("Ingress", (ingress, { environment }) =>
    isOfConsole(ingress, environment) ? [] : front(ingress, environment, "Ingress"),
  ),
};

function isOfConsole(ingress: KubernetesObject, { attu }: Environment): boolean {
  const backends = backendsOf(ingress);
  return attu?.exposure.type === "Ingress" && backends.length > 0 && backends.every(({ name }) => name === ATTU.name);
}

/** Every kind of route, and a Gateway of the environment's own. */
export const routeAsAsked: Invariant<EnvironmentTree> = {
  ...UNASKED,
  name: "route-as-asked",
  find: inObjects(undefined, (object, { environment }) =>
    isRoute(object) || object.kind === "Gateway" ? front(object, environment, "Gateway") : [],
  ),
};

function front(object: KubernetesObject, environment: Environment, type: Environment["exposure"]["type"]): string[] {
  if (environment.exposure.type !== type) return [`It is of kind ${object.kind}, ${asked(environment)}`];
  const others = backendsOf(object).filter(({ name }) => name !== PROXY);
  return others.map(({ name }) => `It leads to ${name}, and only ${PROXY} may be reached.`);
}

function asked({ exposure }: Environment): string {
  return `and the environment's exposure is ${exposure.type}.`;
}

export const externalAddressesUnused: Invariant<EnvironmentTree> = {
  name: "external-addresses-unused",
  code: "E_NET",
  severity: "error",
  reason: "Nodes take traffic for any address that externalIPs names, another's too (CVE-2020-8554).",
  remedy: "Remove externalIPs, and set exposure in the environment's file.",
  find: inObjects("Service", ({ spec }) => {
    const { externalIPs = [] } = readAs<{ externalIPs?: readonly string[] }>(spec, { externalIPs: ["text"] }) ?? {};
    return externalIPs.map((address) => `It takes the traffic of ${address}.`);
  }),
};
