import type { Settings } from "../schema/settings.ts";

/**
 * Nothing is encrypted unless it is asked for: it needs cert-manager in the cluster, or Secrets that people make. A year, because
 * Milvus must be restarted for every new certificate, and a month in which to do it.
 */
export const TLS_DEFAULTS: NonNullable<Settings["tls"]> = {
  certificates: "cert-manager",
  duration: "8760h",
  renewBefore: "720h",
  revision: 0,
  hosts: [],
  clusterDomain: "cluster.local",
  etcd: false,
  objectStorage: false,
  pulsar: false,
  milvus: "off",
  internal: false,
};
