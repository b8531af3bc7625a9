import type { Environment } from "../environment.ts";
import { ATTU, milvusIdentity } from "../identities.ts";
import { ATTU_HTTP, MILVUS_API } from "../ports.ts";
import { type Edge, podsIn, podsOf, tcp } from "./edge.ts";

/**
 * The console calls proxies and nobody else: it would connect to, and fetch from, any address that a visitor names. Behind an
 * Ingress the controller reaches it; otherwise nobody does, but a node on behalf of `kubectl port-forward`.
 */
export function attuEdges({ attu }: Environment): Edge[] {
  if (attu === undefined) return [];
  const pods = podsOf(ATTU);
  const { exposure } = attu;
  return [
    { from: [pods], to: [podsOf(milvusIdentity("proxy"))], ports: tcp(MILVUS_API) },
    ...(exposure.type === "Ingress"
      ? [{ from: [podsIn(exposure.controllerNamespace)], to: [pods], ports: tcp(ATTU_HTTP) }]
      : []),
  ];
}
