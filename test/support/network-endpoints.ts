import type { KubernetesObject } from "../../generator/kubernetes/resource.ts";
import type { Endpoint } from "./network-policies.ts";

export type NamedEndpoint = Endpoint & { readonly name: string };

interface Template {
  readonly metadata: { readonly labels: Readonly<Record<string, string>> };
  readonly spec: { readonly containers: readonly { readonly ports?: readonly { name: string; containerPort: number }[] }[] };
}

/** A pod of each workload, under the workload's name. Another pod of the same workload is the same to every policy. */
export function podsOf(objects: readonly KubernetesObject[]): NamedEndpoint[] {
  return objects.flatMap(({ metadata, spec }) => {
    const { template } = (spec ?? {}) as { readonly template?: Template };
    if (template?.spec?.containers === undefined) return [];
    const ports = template.spec.containers.flatMap((container) => container.ports ?? []);
    return [
      {
        type: "pod" as const,
        name: metadata.name,
        namespace: metadata.namespace ?? "",
        labels: template.metadata.labels,
        ports: Object.fromEntries(ports.map(({ name, containerPort }) => [name, containerPort])),
      },
    ];
  });
}

const PROMETHEUS = { "app.kubernetes.io/name": "prometheus" };
const MILVUS_PROXY = { "app.kubernetes.io/name": "milvus", "app.kubernetes.io/component": "proxy" };

/** Those who have nothing to do with the environment, and those who may: in namespaces and networks that descriptions name. */
export const OUTSIDE: readonly NamedEndpoint[] = [
  ...["kube-system", "openshift-dns", "ingress-nginx", "traefik", "gateways", "edge", "search", "shared", "strangers"].map(
    (name) => pod(name, {}),
  ),
  pod("monitoring", PROMETHEUS),
  pod("monitoring", { app: "shell" }),
  pod("observability", PROMETHEUS),
  // Labels alone open nothing: they count in their own namespace.
  pod("milvus-elsewhere", MILVUS_PROXY),
  ...["203.0.113.9", "10.20.1.1", "192.168.7.9", "169.254.20.10", "169.254.169.254", "100.100.100.200"].map(
    (ip): NamedEndpoint => ({ type: "address", name: ip, ip }),
  ),
];

function pod(namespace: string, labels: Readonly<Record<string, string>>): NamedEndpoint {
  return { type: "pod", name: `a pod of ${namespace}`, namespace, labels, ports: {} };
}
