import type { Attu } from "./attu.ts";
import type { Authentication } from "./authentication.ts";
import type { Backup } from "./backup.ts";
import type { Logging } from "./logging.ts";
import type { MessageQueue } from "./message-queue.ts";
import type { Milvus } from "./milvus.ts";
import type { Monitoring } from "./monitoring.ts";
import type { Network } from "./network.ts";
import type { Gates, Notifications, PullRequests } from "./pull-requests.ts";
import type { Quota } from "./quota.ts";
import type { Etcd, ExternalEtcd, ObjectStorage } from "./stores.ts";
import type { Issuer, Tls } from "./tls.ts";

export type * from "./attu.ts";
export type * from "./authentication.ts";
export type * from "./backup.ts";
export type { Gpu } from "./gpu.ts";
export type * from "./logging.ts";
export type * from "./message-queue.ts";
export type * from "./milvus.ts";
export type * from "./monitoring.ts";
export type * from "./network.ts";
export type * from "./pull-requests.ts";
export type * from "./quota.ts";
export type * from "./stores.ts";
export type * from "./tls.ts";
export type * from "./workload.ts";

/**
 * An environment with every default filled in. `config` reads what a person wrote, `resolve` makes this of it, and
 * everything downstream reads only this. A field that may be absent says `| undefined`; none is optional.
 */
export interface Environment {
  readonly name: string;
  /** Whether its profile is, or builds on, `production`. */
  readonly isProduction: boolean;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly cluster: Cluster;
  readonly argocd: ArgoCd;
  readonly placement: Placement;
  /** Secrets in the namespace that hold credentials to pull images. */
  readonly imagePullSecrets: readonly string[];
  readonly imagePullPolicy: "IfNotPresent" | "Always";
  readonly secrets: Secrets;
  readonly authentication: Authentication;
  readonly etcd: Etcd | ExternalEtcd;
  readonly objectStorage: ObjectStorage;
  readonly messageQueue: MessageQueue;
  readonly milvus: Milvus;
  readonly exposure: Exposure;
  readonly monitoring: Monitoring;
  readonly network: Network;
  readonly quota: Quota;
  readonly tls: Tls;
  readonly backup: Backup;
  /** Undefined where the environment has no console. */
  readonly attu: Attu | undefined;
  /** GitHub users and teams who review changes of this environment. */
  readonly owners: readonly string[];
  /** What a promotion into this environment waits for. */
  readonly gates: Gates;
  /** Whether `overlays/<name>/custom/` exists. */
  readonly hasCustom: boolean;
  readonly suppressions: readonly Suppression[];
}

/** A broken invariant that a person has looked at and accepts for one object, with the reason. */
export interface Suppression {
  /** `service-selects-pods` */
  readonly invariant: string;
  /** `Service milvus-prod/etcd` */
  readonly object: string;
  readonly reason: string;
}

/** The destination cluster, by its name in Argo CD or by the address of its API server. */
export type Cluster = { readonly name: string } | { readonly server: string };

/** What the platform file says for all environments together. */
export interface Platform {
  readonly repository: { readonly url: string; readonly branch: string };
  readonly argocd: { readonly namespace: string; readonly version: ArgoCdVersion };
  /** Images from any other registry are refused; empty allows all. */
  readonly allowedRegistries: readonly string[];
  /** Names of environments, in the order in which a change travels. */
  readonly promotion: readonly string[];
  /** GitHub users and teams, `@acme/platform`, who review what is in no environment. */
  readonly owners: readonly string[];
  readonly pullRequests: PullRequests;
  readonly notifications: Notifications;
  readonly addons: readonly Addon[];
  /** Undefined where nobody asked for it. */
  readonly logging: Logging | undefined;
}

/** A Helm chart that a cluster is given, beside the environments. */
export interface Addon {
  readonly name: "prometheus" | "eck";
  readonly cluster: Cluster;
  readonly namespace: string;
  readonly chart: { readonly repository: string; readonly name: string; readonly version: string };
  readonly values: Readonly<Record<string, unknown>>;
}

/** Major and minor version of Argo CD, `{ major: 3, minor: 5 }`. */
export interface ArgoCdVersion {
  readonly major: number;
  readonly minor: number;
}

export interface ArgoCd {
  /** `manual` leaves the automated policy in place but switched off. */
  readonly sync: "automated" | "manual";
  readonly selfHeal: boolean;
  readonly prune: boolean;
  readonly retries: number;
  readonly syncWindows: readonly SyncWindow[];
  readonly annotations: Readonly<Record<string, string>>;
}

export interface SyncWindow {
  readonly kind: "allow" | "deny";
  /** Cron, five fields. */
  readonly schedule: string;
  /** Go duration, `2h`. */
  readonly duration: string;
  readonly timeZone: string;
  readonly manualSync: boolean;
}

/** How strictly pods of one role keep apart. */
export type Spread = "required" | "preferred" | "none";

export interface Placement {
  readonly hosts: Spread;
  readonly zones: Spread;
  /** Of every workload that names none itself. */
  readonly priorityClassName: string | undefined;
}

export type Exposure =
  | { readonly type: "ClusterIP"; readonly annotations: Readonly<Record<string, string>> }
  | {
      readonly type: "NodePort";
      readonly nodePort: number;
      readonly externalTrafficPolicy: "Cluster" | "Local";
      readonly annotations: Readonly<Record<string, string>>;
    }
  | {
      readonly type: "LoadBalancer";
      readonly sourceRanges: readonly string[];
      readonly externalTrafficPolicy: "Cluster" | "Local";
      readonly loadBalancerClass: string | undefined;
      readonly annotations: Readonly<Record<string, string>>;
    }
  | {
      readonly type: "Ingress";
      readonly controller: "nginx" | "traefik";
      readonly className: string;
      readonly host: string;
      readonly tlsSecretName: string;
      /** Who writes that Secret; undefined where a person does. */
      readonly issuer: Issuer | undefined;
      readonly annotations: Readonly<Record<string, string>>;
    }
  | {
      readonly type: "Gateway";
      readonly gateway: { readonly name: string; readonly namespace: string; readonly sectionName: string | undefined };
      readonly host: string;
      readonly annotations: Readonly<Record<string, string>>;
    };

/** Where credentials come from, and the Secrets that the pods read. Never a value. */
export interface Secrets {
  readonly provider: "existing" | "external-secrets" | "sealed-secrets";
  /** What External Secrets asks; without a name where the provider is another. */
  readonly store: { readonly name: string; readonly kind: "SecretStore" | "ClusterSecretStore" };
  readonly refreshInterval: string;
  readonly required: readonly RequiredSecret[];
}

/** A Secret that pods of this environment read. */
export interface RequiredSecret {
  readonly purpose: "objectStorage" | "kafka" | "milvusRoot" | "pulsar" | "etcd" | "backup";
  readonly name: string;
  /** Keys in the Secret, `access-key` and `secret-key`. */
  readonly keys: readonly string[];
  /** Where an external store keeps it: `milvus/prod/object-storage`. */
  readonly remoteKey: string;
  /** By key, encrypted by kubeseal; empty unless the provider is sealed-secrets. */
  readonly sealed: Readonly<Record<string, string>>;
}
