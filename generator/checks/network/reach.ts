import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { type Peer, type PolicyPort, type PolicyRule, type PolicySpec, policySpec } from "../network-policy.ts";
import { selected } from "../references/label-selector.ts";
import { containersOf, type PodOwner } from "../workload.ts";

/** Where a connection goes: pods of the same namespace, or a place outside, of which only the port is known. */
export type Destination = { readonly pods: PodOwner; readonly port: number } | OutsidePort;

export interface OutsidePort {
  readonly port: number;
  readonly protocol: "TCP" | "UDP";
}

/** Whether the policies let the caller's pods begin the connection. */
export function letsOut(policies: readonly KubernetesObject[], caller: PodOwner, destination: Destination): boolean {
  return isLetThrough(specs(policies, "Egress", caller), ({ egress = [] }) =>
    egress.some((rule) => hasPeer(rule.to, peerOf(destination)) && hasPort(rule, destination)),
  );
}

/** Whether they let it end at the server's pods. */
export function letsIn(policies: readonly KubernetesObject[], caller: PodOwner, server: PodOwner, port: number): boolean {
  return isLetThrough(specs(policies, "Ingress", server), ({ ingress = [] }) =>
    ingress.some((rule) => hasPeer(rule.from, caller) && hasPort(rule, { pods: server, port })),
  );
}

/** Without a policy everything passes; of several, one that allows it is enough. */
function isLetThrough(policies: readonly PolicySpec[], allows: (policy: PolicySpec) => boolean): boolean {
  return policies.length === 0 || policies.some(allows);
}

/** The policies of that direction that select the pods. Without types a policy is of ingress, and of egress where it has such rules. */
function specs(policies: readonly KubernetesObject[], type: "Ingress" | "Egress", owner: PodOwner): PolicySpec[] {
  return policies.map(policySpec).filter(({ podSelector, policyTypes, egress }) => {
    const types = policyTypes ?? (egress === undefined ? ["Ingress"] : ["Ingress", "Egress"]);
    return types.includes(type) && selected(podSelector, [owner]).length > 0;
  });
}

function peerOf(destination: Destination): PodOwner | undefined {
  return "pods" in destination ? destination.pods : undefined;
}

/** A rule without peers is for everybody. Undefined is somebody outside, whom a namespace or a network may hold. */
function hasPeer(peers: readonly Peer[] | undefined, owner: PodOwner | undefined): boolean {
  if (peers === undefined || peers.length === 0) return true;
  return peers.some((peer) => (owner === undefined ? isOutside(peer) : isPod(peer, owner)));
}

function isOutside({ namespaceSelector, ipBlock }: Peer): boolean {
  return namespaceSelector !== undefined || ipBlock !== undefined;
}

/** By a selector of namespaces only where it takes all of them: which labels a Namespace has is not known here. */
function isPod({ podSelector, namespaceSelector, ipBlock }: Peer, owner: PodOwner): boolean {
  if (ipBlock !== undefined) return false;
  const takesNamespace = namespaceSelector === undefined || isEmpty(namespaceSelector);
  return takesNamespace && (podSelector === undefined || selected(podSelector, [owner]).length > 0);
}

function isEmpty(selector: unknown): boolean {
  return typeof selector === "object" && selector !== null && Object.keys(selector).length === 0;
}

function hasPort({ ports }: PolicyRule, destination: Destination): boolean {
  return ports === undefined || ports.length === 0 || ports.some((port) => isPort(port, destination));
}

function isPort({ port, endPort, protocol = "TCP" }: PolicyPort, destination: Destination): boolean {
  const wanted = "pods" in destination ? "TCP" : destination.protocol;
  if (protocol !== wanted) return false;
  if (port === undefined) return true;
  const first = typeof port === "number" ? port : numberOf(port, destination);
  return first !== undefined && destination.port >= first && destination.port <= (endPort ?? first);
}

/** The number behind a port's name, which only pods know. */
function numberOf(name: string, destination: Destination): number | undefined {
  if (!("pods" in destination)) return undefined;
  const ports = containersOf(destination.pods.pod).flatMap((container) => container.ports ?? []);
  return ports.find((port) => port.name === name)?.containerPort;
}
