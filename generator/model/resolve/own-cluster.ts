import type { Cluster } from "../environment.ts";

/** The cluster that Argo CD runs in. It is known by this address even where somebody gave it another name than `in-cluster`. */
export const OWN_CLUSTER: Cluster = { server: "https://kubernetes.default.svc" };
