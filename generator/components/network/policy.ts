import { defined } from "../../kubernetes/defined.ts";
import { metadata } from "../../kubernetes/metadata.ts";
import type { KubernetesObject } from "../../kubernetes/resource.ts";
import type { Edge, Party } from "../../model/edges/index.ts";
import type { Identity } from "../../model/identities.ts";
import { selectorLabels } from "../../model/labels.ts";
import { WAVE } from "../../model/waves.ts";
import { peers } from "./peers.ts";

/** The edges that begin or end at the pods of one workload, from its side; the other end has its own policy. */
export function networkPolicy(identity: Identity, edges: readonly Edge[]): KubernetesObject {
  const incoming = edges.filter(({ to }) => to.some((party) => includes(party, identity)));
  const outgoing = edges.filter(({ from }) => from.some((party) => includes(party, identity)));
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: metadata(identity, identity.name, WAVE.policies),
    spec: defined({
      podSelector: { matchLabels: selectorLabels(identity) },
      policyTypes: ["Ingress", "Egress"],
      ingress: incoming.map(({ from, ports }) => defined({ from: peers(from), ports: ports.map((port) => ({ ...port })) })),
      egress: outgoing.map(({ to, ports }) => defined({ to: peers(to), ports: ports.map((port) => ({ ...port })) })),
    }),
  };
}

function includes(party: Party, { app, component }: Identity): boolean {
  return party.type === "pods" && party.app === app && party.components.includes(component);
}
