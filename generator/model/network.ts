/** Who may open connections to whom, where the cluster's CNI plugin enforces NetworkPolicies. */
export interface Network {
  /** Whether there are policies at all; without them everybody reaches everything. */
  readonly policies: boolean;
  /** Who calls Milvus. With neither namespaces nor CIDRs, everybody whom the exposure is made for. */
  readonly clients: Sides;
  /** Where the pods run that lead an Ingress or a route to the proxies; undefined where the exposure has neither. */
  readonly controllerNamespace: string | undefined;
  /** Who reads metrics: pods with these labels, of these namespaces. No label means any pod. */
  readonly scrapers: { readonly namespaces: readonly string[]; readonly podLabels: Readonly<Record<string, string>> };
  readonly dns: {
    /** The namespace of the cluster's DNS servers. */
    readonly namespace: string;
    /** Whether NodeLocal DNSCache answers on every node. */
    readonly nodeLocal: boolean;
  };
  readonly egress: Egress;
}

/** Where services outside the environment are. With neither namespaces nor CIDRs, anywhere on the port that is called. */
export interface Egress {
  readonly etcd: Sides;
  readonly objectStorage: Sides;
  /** Where the cloud changes a ServiceAccount for credentials. */
  readonly identity: Sides;
  readonly messageQueue: Sides;
  /** The second place for backups. */
  readonly backup: Sides;
}

/** The other side of connections that cross the environment's border. */
export interface Sides {
  readonly namespaces: readonly string[];
  /** `10.0.0.0/8` */
  readonly cidrs: readonly string[];
}
