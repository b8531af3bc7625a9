import type { ExternalStorage, Family, MessageQueue, Milvus, RoleName } from "../environment.ts";
import type { Listener } from "./listeners.ts";

export type Topology = Milvus["coordinators"];

/** What roles of one kind have in common: how they stop, how they are replaced, whether they use local disk. */
export type RoleKind = "coordinator" | "worker" | "proxy";

/** What the manifests need to know of one family of Milvus releases. */
export interface Release {
  readonly family: Family;
  /** The newest patch that these facts were read from. */
  readonly newest: string;
  /** How the coordinators may run; the first is the default. */
  readonly topologies: readonly Topology[];
  /** The roles of each topology in roll-out order; empty where the family does not have it. */
  readonly rollOut: Readonly<Record<Topology, readonly RoleName[]>>;
  /** The roles that use GPUs: the one that builds indexes, and the one that searches them (docs, `install_cluster-helm-gpu.md`). */
  readonly gpuRoles: { readonly builds: RoleName; readonly searches: RoleName };
  readonly messageQueues: readonly MessageQueue["type"][];
  readonly objectStorageProviders: readonly ExternalStorage["provider"][];
  /** The file of /milvus/configs that Milvus gets from us: a whole `milvus.yaml`, or a `user.yaml` over the image's own. */
  readonly configFile: "milvus.yaml" | "user.yaml";
  /** What a whole `milvus.yaml` must say because the image's own said it, and the binary's default is another. */
  readonly shippedConfig: Readonly<Record<string, unknown>>;
  /** All coordinators in one process: its arguments after `milvus run`, and what it listens as. */
  readonly mixCoord: { readonly run: readonly string[]; readonly listens: readonly Listener[] };
  /** Sections of the configuration whose `enableActiveStandby` lets a second coordinator wait for the first. */
  readonly standbySections: readonly string[];
  /** The first patch with `kafka.ssl`, and with a `kafka.securityProtocol` that holds without SASL. */
  readonly kafkaSslSince: string;
  /** The image's own `pulsar.maxMessageSize`, bytes. */
  readonly pulsarMaxMessageSize: number;
  /** How the password of `root` is set. */
  readonly rootPassword: RootPassword;
  /** Seconds that Milvus gives itself after SIGTERM. */
  readonly stopTimeoutSeconds: Readonly<Record<RoleKind, number>>;
}

/**
 * `file`: the first start takes `common.security.defaultRootPassword`, and REST v2 changes it. `fixed`: it is `Milvus`, and only the
 * API on the management port changes it.
 */
type RootPassword = "file" | "fixed";
