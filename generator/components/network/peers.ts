import { defined } from "../../kubernetes/defined.ts";
import type { Party } from "../../model/edges/index.ts";

/** The peers of a rule; none where anyone is meant, because a rule without peers is for all. */
export function peers(parties: readonly Party[]) {
  return parties.flatMap((party) => peer(party) ?? []);
}

function peer(party: Party) {
  switch (party.type) {
    case "pods":
      return { podSelector: podSelector(party.app, party.components) };
    case "namespace":
      return { namespaceSelector: namespaceSelector(party.name), ...pods(party.podLabels) };
    case "addresses":
      return { ipBlock: { cidr: party.cidr } };
    case "anyone":
      return undefined;
  }
}

/** Two labels, because the value of one alone is shared: both Milvus and Pulsar have a proxy. */
function podSelector(app: string, components: readonly string[]) {
  const [component, ...others] = components;
  if (others.length === 0) {
    return { matchLabels: { "app.kubernetes.io/component": component, "app.kubernetes.io/name": app } };
  }
  return {
    matchLabels: { "app.kubernetes.io/name": app },
    matchExpressions: [{ key: "app.kubernetes.io/component", operator: "In", values: [...components] }],
  };
}

/** The label that Kubernetes itself gives every Namespace. An empty selector takes all of them. */
function namespaceSelector(name: string | undefined) {
  return name === undefined ? {} : { matchLabels: { "kubernetes.io/metadata.name": name } };
}

function pods(podLabels: Readonly<Record<string, string>>) {
  return defined({ podSelector: defined({ matchLabels: { ...podLabels } }) });
}
