/** What is encrypted, as far as the environment runs it, and who makes the certificates. */
export interface Tls {
  readonly certificates: "cert-manager" | "existing";
  /** Undefined for an authority of the namespace's own. */
  readonly issuer: Issuer | undefined;
  /** Go durations, `8760h`. */
  readonly duration: string;
  readonly renewBefore: string;
  /** Raised by a person to restart Milvus. */
  readonly revision: number;
  /** By which clients outside call Milvus: host names and IPv4 addresses. */
  readonly hosts: readonly string[];
  /** `cluster.local` in most clusters. */
  readonly clusterDomain: string;
  readonly etcd: boolean;
  readonly objectStorage: boolean;
  readonly pulsar: boolean;
  readonly milvus: "off" | "server" | "mutual";
  /** Between Milvus' roles. */
  readonly internal: boolean;
}

/** What signs certificates in cert-manager. */
export interface Issuer {
  readonly kind: "Issuer" | "ClusterIssuer";
  readonly name: string;
}
