import type { AcrossRule, RuleContext } from "../rule.ts";
import { clusterKey } from "./cluster-key.ts";
import { clashes } from "./shared.ts";

/** A node port, and a host name, leads to one environment of a cluster. */
export const oneEntrance: AcrossRule = (contexts) => [...nodePorts(contexts), ...hosts(contexts)];

const nodePorts: AcrossRule = (contexts) =>
  clashes(contexts, {
    key: ({ environment: { cluster, exposure } }) =>
      exposure.type === "NodePort" ? `${clusterKey(cluster)} ${exposure.nodePort}` : undefined,
    field: () => "exposure.nodePort",
    code: "E_NET",
    text: (first) => ({
      message: `Environment ${first} has the same node port in the same cluster.`,
      reason: "Kubernetes refuses the second Service.",
      remedy: "Use another port between 30000 and 32767.",
    }),
  });

const hosts: AcrossRule = (contexts) =>
  clashes(contexts, {
    key: hostKey,
    field: () => "exposure.host",
    code: "E_NET",
    text: (first) => ({
      message: `Environment ${first} has the same host name in the same cluster.`,
      reason: "Clients of one would reach the data of the other.",
      remedy: "Use another name.",
    }),
  });

function hostKey({ environment: { cluster, exposure } }: RuleContext): string | undefined {
  return "host" in exposure ? `${clusterKey(cluster)} ${exposure.host}` : undefined;
}
