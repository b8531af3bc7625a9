import type { Environment } from "../environment.ts";
import { type Identity, milvusIdentity } from "../identities.ts";
import { MILVUS_API, MILVUS_REST } from "../ports.ts";
import { ANYONE, type Edge, named, type Party, podsIn, podsOf, tcp } from "./edge.ts";
import { metricsPorts } from "./metrics-ports.ts";

const PROXY = podsOf(milvusIdentity("proxy"));

/** Clients to the API: those that are named, and what leads an Ingress or a route there. */
export function clientEdges(environment: Environment): Edge[] {
  const rest = environment.tls.milvus === "off" ? [] : [MILVUS_REST];
  return [{ from: clients(environment), to: [PROXY], ports: tcp(MILVUS_API, ...rest) }];
}

/**
 * A node port or a balancer mostly replaces the client's address with a node's, so without CIDRs anyone gets in, and a balancer's
 * `sourceRanges` are held up by the nodes. A ClusterIP is reached by pods alone.
 */
function clients({ exposure, network }: Environment): Party[] {
  const chosen = named(network.clients);
  switch (exposure.type) {
    case "NodePort":
    case "LoadBalancer":
      return network.clients.cidrs.length > 0 ? chosen : [ANYONE];
    case "ClusterIP":
      return chosen.length > 0 ? chosen : [podsIn(undefined)];
    default:
      return [podsIn(network.controllerNamespace), ...chosen];
  }
}

/** Prometheus, or what else reads metrics. etcd and MinIO have them on the port of their API. */
export function scrapeEdges(environment: Environment): Edge[] {
  const { namespaces, podLabels } = environment.network.scrapers;
  if (namespaces.length === 0) return [];
  const from = namespaces.map((name): Party => ({ type: "namespace", name, podLabels }));
  return metricsPorts(environment).map(({ identities: [first, ...others], port }) => ({
    from,
    to: [podsOf(first, ...others)],
    ports: tcp(port),
  }));
}

/** Where NodeLocal DNSCache listens unless it was told otherwise (kubernetes `cluster/addons/dns/nodelocaldns`). */
const NODE_LOCAL: Party = { type: "addresses", cidr: "169.254.20.10/32" };

/** Everybody calls somebody by a name. Long answers come by TCP. */
export function nameEdges({ network: { dns } }: Environment, callers: readonly Identity[]): Edge[] {
  return callers.map((caller) => ({
    from: [podsOf(caller)],
    to: [podsIn(dns.namespace), ...(dns.nodeLocal ? [NODE_LOCAL] : [])],
    ports: [
      { port: 53, protocol: "TCP" },
      { port: 53, protocol: "UDP" },
    ],
  }));
}
