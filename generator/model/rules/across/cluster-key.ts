import type { Cluster } from "../../environment.ts";

const OWN = "https://kubernetes.default.svc";

/** One text for one cluster: Argo CD's own has a name and an address. A cluster that is named here and addressed there is seen as two. */
export function clusterKey(cluster: Cluster): string {
  if ("name" in cluster) return cluster.name === "in-cluster" ? OWN : cluster.name;
  return cluster.server.toLowerCase().replace(/\/+$/, "").replace(/:443$/, "");
}
