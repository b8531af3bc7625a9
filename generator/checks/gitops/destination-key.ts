import type { Destination } from "./objects.ts";

/** Argo CD's own cluster, by the address that it has from inside. */
const IN_CLUSTER = "https://kubernetes.default.svc";

/** The cluster as people know it. Argo CD's own has a name and an address. */
export function clusterKey({ name, server }: Destination): string {
  return server === IN_CLUSTER ? OWN_CLUSTER : (name ?? server ?? "");
}

export const OWN_CLUSTER = "in-cluster";

/** The namespace as people know it, `in-cluster/milvus-dev`. */
export function destinationKey(destination: Destination): string {
  return `${clusterKey(destination)}/${destination.namespace ?? ""}`;
}
