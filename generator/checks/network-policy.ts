import type { KubernetesObject } from "../kubernetes/resource.ts";
import { readAs } from "./read-as.ts";

/** The fields of a NetworkPolicy that the invariants read. */
export interface PolicySpec {
  readonly podSelector?: unknown;
  readonly policyTypes?: readonly string[];
  readonly ingress?: readonly PolicyRule[];
  readonly egress?: readonly PolicyRule[];
}

export interface PolicyRule {
  readonly ports?: readonly PolicyPort[];
  readonly from?: readonly Peer[];
  readonly to?: readonly Peer[];
}

export interface Peer {
  readonly podSelector?: unknown;
  readonly namespaceSelector?: unknown;
  readonly ipBlock?: unknown;
}

export interface PolicyPort {
  readonly port?: string | number;
  readonly endPort?: number;
  readonly protocol?: string;
}

const PEER = { podSelector: "any", namespaceSelector: "any", ipBlock: "any" } as const;
const RULE = { ports: [{ port: "target", endPort: "number", protocol: "text" }], from: [PEER], to: [PEER] } as const;
const SHAPE = { podSelector: "any", policyTypes: ["text"], ingress: [RULE], egress: [RULE] } as const;

export function policySpec({ spec }: KubernetesObject): PolicySpec {
  return readAs<PolicySpec>(spec, SHAPE) ?? {};
}

export function networkPolicies(objects: readonly KubernetesObject[]): KubernetesObject[] {
  return objects.filter(({ kind }) => kind === "NetworkPolicy");
}
