import type { Bucket } from "./stores.ts";
import type { Image, Workload } from "./workload.ts";

/** What is saved of an environment, when, and where to. */
export interface Backup {
  /** Of the schedules, `Europe/Berlin`. */
  readonly timeZone: string;
  readonly destination: BackupDestination;
  /** Has a shell and MinIO's client `mc`. */
  readonly client: Image;
  /** Snapshots of etcd; undefined where none are made. */
  readonly etcd: BackupJob | undefined;
  /** Collections with their data; undefined where they are not saved. */
  readonly milvus: CollectionBackup | undefined;
  /** Whether pods tell Velero what to do before it copies their volumes, and which it leaves out. */
  readonly velero: boolean;
}

/** A bucket and the folder in it; snapshots and collections lie in folders of that. */
export interface BackupDestination extends Bucket {
  /** The environment's own object storage, with its credentials; otherwise a second place with credentials of its own. */
  readonly isOwn: boolean;
  readonly address: string;
  readonly port: number;
  readonly useSSL: boolean;
  readonly region: string | undefined;
}

/** A pod that comes and goes; its `replicas` are 1. */
export interface BackupJob extends Workload {
  /** Cron, five fields. */
  readonly schedule: string;
  readonly retention: Retention;
}

/** What is older than `days` goes, but for the newest `atLeast`. */
export interface Retention {
  readonly days: number;
  readonly atLeast: number;
}

export interface CollectionBackup extends BackupJob {
  /** milvus-backup. */
  readonly image: Image;
  /** `orders`, `shop.orders`, `shop.*`; empty for everything. */
  readonly collections: readonly string[];
  readonly deadlineSeconds: number;
}
