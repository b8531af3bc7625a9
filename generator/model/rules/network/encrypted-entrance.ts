import { error, type Problem, warning } from "../problem.ts";
import type { Rule } from "../rule.ts";

/** How clients come to an API that ends TLS itself. */
export const encryptedEntrance: Rule = ({ environment: { exposure, tls } }) => {
  if (tls.milvus === "off") return [];
  if (exposure.type === "Ingress") return [TWICE];
  const hasName = exposure.type === "ClusterIP" || exposure.type === "Gateway" || tls.hosts.length > 0;
  return hasName ? [] : [nameless(exposure.type)];
};

const TWICE = error("tls.milvus", "E_NET", {
  message: "TLS would end twice, at the Ingress and at the proxies.",
  reason: "What leads clients in speaks plain gRPC to the proxies, and would need an authority of its own to speak TLS.",
  remedy: "Use tls.milvus: off, or an exposure.type that passes TLS through: Gateway or LoadBalancer.",
});

function nameless(type: string): Problem {
  return warning("tls.milvus", "E_NET", {
    message: `The certificate has no name by which clients outside call a ${type}.`,
    reason: "A client that verifies, as it should, refuses it.",
    remedy: "Add their names to tls.hosts: [milvus.example.com].",
  });
}
