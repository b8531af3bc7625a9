import type { Cluster } from "./environment.ts";
import type { Image, ResourceRequirements, Volume } from "./workload.ts";

/** Where the logs of one cluster's environments go, and what carries them there. */
export interface Logging {
  readonly cluster: Cluster;
  readonly namespace: string;
  readonly retentionDays: number;
  readonly store: OwnStore | ExistingStore;
  readonly fluentd: LogShipper;
}

/** Elasticsearch and Kibana as the operator runs them. */
export interface OwnStore {
  readonly type: "own";
  /** Of both. */
  readonly version: string;
  /** Whence the operator asks Elasticsearch how it is, whoever runs it. */
  readonly operatorNamespace: string;
  readonly elasticsearch: {
    readonly image: Image;
    readonly nodes: number;
    readonly storage: Volume;
    readonly resources: ResourceRequirements;
  };
  readonly kibana: { readonly image: Image; readonly resources: ResourceRequirements };
}

/** Elasticsearch of others. */
export interface ExistingStore {
  readonly type: "existing";
  readonly url: string;
  /** Holds `username` and `password`. */
  readonly secretName: string;
  /** Holds `ca.crt`; undefined trusts the public authorities. */
  readonly caSecretName: string | undefined;
}

export interface LogShipper {
  readonly image: Image;
  /** How much of a node's disk its buffer may take. */
  readonly buffer: string;
  readonly resources: ResourceRequirements;
}
