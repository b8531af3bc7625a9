import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { inObjects } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { readAs } from "../read-as.ts";
import { type PodOwner, podOwners } from "../workload.ts";
import { selected } from "./label-selector.ts";
import { hasPort } from "./services.ts";

export const networkPolicySelectsPods: Invariant<EnvironmentTree> = {
  name: "network-policy-selects-pods",
  code: "E_REF",
  severity: "error",
  reason: "A NetworkPolicy that selects no pod lets everything through.",
  remedy: "Select the labels of a pod template.",
  find: inObjects("NetworkPolicy", (policy, { objects }) =>
    selected(policySpec(policy).podSelector, podOwners(objects)).length > 0 ? [] : ["The policy selects no pod."],
  ),
};

/** Ports of pods in other namespaces, and of addresses, are not known here. */
export const networkPolicyPortExists: Invariant<EnvironmentTree> = {
  name: "network-policy-port-exists",
  code: "E_REF",
  severity: "error",
  reason: "A policy names the ports of pods, not of Services, and a port that no container has lets nothing through.",
  remedy: "Name a port that a container declares.",
  find: inObjects("NetworkPolicy", (policy, { objects }) => {
    const { podSelector, ingress = [], egress = [] } = policySpec(policy);
    const owners = podOwners(objects);
    const rules = [
      ...ingress.map(({ ports = [] }) => ({ ports, owners: selected(podSelector, owners) })),
      ...egress.flatMap(({ ports = [], to = [] }) => to.map((peer) => ({ ports, owners: peersIn(peer, owners) }))),
    ];
    return rules.flatMap((rule) => rule.ports.flatMap((port) => missing(port, rule.owners)));
  }),
};

interface Rule {
  readonly ports?: readonly Port[];
  readonly to?: readonly Peer[];
}

interface Peer {
  readonly podSelector?: unknown;
  readonly namespaceSelector?: unknown;
}

interface Port {
  readonly port?: string | number;
  readonly endPort?: number;
}

interface PolicySpec {
  readonly podSelector?: unknown;
  readonly ingress?: readonly Rule[];
  readonly egress?: readonly Rule[];
}

const PORTS = [{ port: "target", endPort: "number" }] as const;
const SHAPE = {
  podSelector: "any",
  ingress: [{ ports: PORTS }],
  egress: [{ ports: PORTS, to: [{ podSelector: "any", namespaceSelector: "any" }] }],
} as const;

function policySpec({ spec }: KubernetesObject): PolicySpec {
  return readAs<PolicySpec>(spec, SHAPE) ?? {};
}

/** Nothing for a peer that is not of this namespace alone. */
function peersIn({ podSelector, namespaceSelector }: Peer, owners: readonly PodOwner[]): PodOwner[] {
  return namespaceSelector === undefined ? selected(podSelector, owners) : [];
}

/** A range of ports holds more than the containers use. */
function missing({ port, endPort }: Port, owners: readonly PodOwner[]): string[] {
  const isKnown = port === undefined || endPort !== undefined || owners.length === 0;
  return isKnown || owners.some((owner) => hasPort(owner, port))
    ? []
    : [`No container that it is about declares the port ${port}.`];
}
