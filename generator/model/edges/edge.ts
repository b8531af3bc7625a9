import type { Identity } from "../identities.ts";
import type { Sides } from "../network.ts";
import type { Port } from "../ports.ts";

/** Connections that any of one side may open to these ports of any of the other. */
export interface Edge {
  readonly from: readonly Party[];
  readonly to: readonly Party[];
  readonly ports: readonly EdgePort[];
}

/** Who stands at an end of an edge. Pods of the environment are named by what never changes of them. */
export type Party =
  | { readonly type: "pods"; readonly app: Identity["app"]; readonly components: readonly string[] }
  | {
      readonly type: "namespace";
      /** Undefined for every namespace of the cluster. */
      readonly name: string | undefined;
      readonly podLabels: Readonly<Record<string, string>>;
    }
  | { readonly type: "addresses"; readonly cidr: string }
  /** Pods of other namespaces, nodes, and everything outside the cluster. */
  | { readonly type: "anyone" };

export interface EdgePort {
  readonly port: number;
  readonly protocol: "TCP" | "UDP";
}

export const ANYONE: Party = { type: "anyone" };

/** The pods of workloads of one application. */
export function podsOf(first: Identity, ...others: readonly Identity[]): Party {
  return { type: "pods", app: first.app, components: [first, ...others].map(({ component }) => component).sort() };
}

/** Every pod of that namespace. */
export function podsIn(name: string | undefined): Party {
  return { type: "namespace", name, podLabels: {} };
}

/** Those whom a person named, and anyone where nobody was. */
export function namedOrAnyone(sides: Sides): Party[] {
  const parties = named(sides);
  return parties.length > 0 ? parties : [ANYONE];
}

export function named({ namespaces, cidrs }: Sides): Party[] {
  return [...namespaces.map(podsIn), ...cidrs.map((cidr): Party => ({ type: "addresses", cidr }))];
}

export function tcp(...ports: readonly Port[]): EdgePort[] {
  return tcpPorts(ports.map(({ port }) => port));
}

/** Each number once, in the order of size. */
export function tcpPorts(numbers: readonly number[]): EdgePort[] {
  return [...new Set(numbers)].sort((a, b) => a - b).map((port) => ({ port, protocol: "TCP" }));
}
