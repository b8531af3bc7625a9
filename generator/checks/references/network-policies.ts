import { LISTENER_PORTS } from "../../model/releases/listeners.ts";
import { inObjects } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { type Peer, type PolicyPort, policySpec } from "../network-policy.ts";
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

/** Nothing for a peer that is not of this namespace alone. */
function peersIn({ podSelector, namespaceSelector }: Peer, owners: readonly PodOwner[]): PodOwner[] {
  return namespaceSelector === undefined ? selected(podSelector, owners) : [];
}

/** A range of ports holds more than the containers use. */
function missing({ port, endPort }: PolicyPort, owners: readonly PodOwner[]): string[] {
  const isKnown = port === undefined || endPort !== undefined || owners.length === 0;
  return isKnown || owners.some((owner) => hasPort(owner, port) || isOfOtherVersion(owner, port))
    ? []
    : [`No container that it is about declares the port ${port}.`];
}

const LISTENERS: ReadonlySet<string | number> = new Set(Object.values(LISTENER_PORTS).map(({ port }) => port));

/** Policies change before pods do, so during an upgrade they serve pods of the version before, or of the one to come. */
function isOfOtherVersion({ podLabels }: PodOwner, port: string | number): boolean {
  return podLabels["app.kubernetes.io/name"] === "milvus" && LISTENERS.has(port);
}
