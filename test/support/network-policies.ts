import type { JsonMap } from "../../generator/kustomize/json.ts";

/** Who may stand at an end of a connection: a pod, by its namespace and labels, or an address outside the cluster. */
export type Endpoint =
  | {
      readonly type: "pod";
      readonly namespace: string;
      readonly labels: Readonly<Record<string, string>>;
      readonly ports: Ports;
    }
  | { readonly type: "address"; readonly ip: string };

/** Numbers of container ports by their names. */
export type Ports = Readonly<Record<string, number>>;

export interface Connection {
  readonly from: Endpoint;
  readonly to: Endpoint;
  readonly port: number;
  readonly protocol: "TCP" | "UDP";
}

/**
 * What Kubernetes' documentation says of NetworkPolicies, read straight: a pod is isolated in a direction once a policy of that
 * direction selects it, and then only what one of them allows passes; a connection needs both ends. Nothing of the generator's own
 * checks is used here.
 */
export function isAllowed(policies: readonly JsonMap[], connection: Connection): boolean {
  return (
    passes(policies, "Egress", connection.from, connection.to, connection) &&
    passes(policies, "Ingress", connection.to, connection.from, connection)
  );
}

function passes(
  policies: readonly JsonMap[],
  direction: "Ingress" | "Egress",
  own: Endpoint,
  other: Endpoint,
  { to, port, protocol }: Connection,
) {
  if (own.type === "address") return true;
  const isolating = policies.filter((policy) => isolates(policy, direction, own));
  if (isolating.length === 0) return true;
  const [rules, peers] = direction === "Ingress" ? ["ingress", "from"] : ["egress", "to"];
  return isolating.some((policy) =>
    maps(at(policy, "spec", rules)).some(
      (rule) => takesPeer(rule[peers], own.namespace, other) && takesPort(rule.ports, to, port, protocol),
    ),
  );
}

function isolates(policy: JsonMap, direction: "Ingress" | "Egress", pod: Extract<Endpoint, { type: "pod" }>): boolean {
  const types = at(policy, "spec", "policyTypes") as string[];
  const isThere = at(policy, "metadata", "namespace") === pod.namespace;
  return isThere && types.includes(direction) && matches(at(policy, "spec", "podSelector"), pod.labels);
}

function takesPeer(peers: unknown, namespace: string, other: Endpoint): boolean {
  if (peers === undefined || maps(peers).length === 0) return true;
  return maps(peers).some((peer) => isPeer(peer, namespace, other));
}

function isPeer({ ipBlock, namespaceSelector, podSelector }: JsonMap, namespace: string, other: Endpoint): boolean {
  if (other.type === "address") return ipBlock !== undefined && isWithin(other.ip, String((ipBlock as JsonMap).cidr));
  if (ipBlock !== undefined) return false;
  const isThere =
    namespaceSelector === undefined
      ? other.namespace === namespace
      : matches(namespaceSelector, { "kubernetes.io/metadata.name": other.namespace });
  return isThere && (podSelector === undefined || matches(podSelector, other.labels));
}

function takesPort(ports: unknown, to: Endpoint, port: number, protocol: string): boolean {
  if (ports === undefined || maps(ports).length === 0) return true;
  return maps(ports).some((own) => {
    const number = typeof own.port === "string" ? namedPort(to, own.port) : own.port;
    return (own.protocol ?? "TCP") === protocol && (number === undefined || number === port);
  });
}

function namedPort(to: Endpoint, name: string): number {
  return (to.type === "pod" ? to.ports[name] : undefined) ?? -1;
}

function matches(selector: unknown, labels: Readonly<Record<string, string>>): boolean {
  const { matchLabels = {}, matchExpressions = [] } = selector as JsonMap;
  const areEqual = Object.entries(matchLabels as JsonMap).every(([key, value]) => labels[key] === value);
  return (
    areEqual &&
    maps(matchExpressions).every(({ key, operator, values }) => {
      if (operator !== "In") throw new Error(`The operator ${String(operator)} is not read here.`);
      return (values as string[]).includes(labels[String(key)] ?? "");
    })
  );
}

/** IPv4 alone. */
function isWithin(ip: string, cidr: string): boolean {
  const [network = "", length = "32"] = cidr.split("/");
  const size = 2 ** (32 - Number(length));
  return Math.floor(numberOf(ip) / size) === Math.floor(numberOf(network) / size);
}

function numberOf(ip: string): number {
  return ip.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}

function maps(value: unknown): JsonMap[] {
  return (value ?? []) as JsonMap[];
}

function at(value: unknown, ...path: string[]): unknown {
  return path.reduce((part, key) => (part as JsonMap | undefined)?.[key], value);
}
