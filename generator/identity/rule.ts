import type { Facts } from "./facts.ts";

/** A fact that the record has and the plan has not, or has with another value. */
export interface Change {
  readonly fact: string;
  readonly from: string;
  /** Undefined where the plan has no such fact any more. */
  readonly to: string | undefined;
  readonly before: Facts;
  readonly after: Facts;
}

/** Pages of `docs/runbooks/` that a rule sends people to. */
export const RUNBOOKS = [
  "bookie-decommission",
  "etcd-member-change",
  "etcd-passwords",
  "etcd-version-change",
  "message-queue-switch",
  "milvus-upgrade",
  "minio-pool-expansion",
  "pulsar-2-to-3",
  "rename",
  "store-move",
  "tls-switch",
  "volume-growth",
  "zookeeper-member-change",
] as const;
export type Runbook = (typeof RUNBOOKS)[number];

/** Why a change is not just made. */
export interface Refusal {
  /** Whether there is a procedure after which the change is right. */
  readonly canBeAcknowledged: boolean;
  readonly reason: string;
  readonly runbook: Runbook;
}

/** What stands against a change; undefined where nothing does. */
export type Rule = (change: Change) => Refusal | undefined;

/** Right once the runbook was followed and somebody says so. */
export function procedure(runbook: Runbook, reason: string): Refusal {
  return { canBeAcknowledged: true, reason, runbook };
}

/** Right for no running environment, whatever anybody says. */
export function never(runbook: Runbook, reason: string): Refusal {
  return { canBeAcknowledged: false, reason, runbook };
}
