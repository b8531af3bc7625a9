import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { BOOKKEEPER, BROKER } from "../../model/identities.ts";
import type { PodOwner } from "../workload.ts";
import { memberSets, ownersOf } from "./owners-of.ts";
import { podLiteral } from "./program-settings.ts";

/** How a broker spreads a ledger: over so many bookies, in so many copies, of which so many must be on disk. */
export interface LedgerCopies {
  readonly ensemble: number;
  readonly write: number;
  readonly ack: number;
}

/** What broker.conf says where nobody says anything. */
const DEFAULT = "2";

/** Of each broker. */
export function ledgerCopies({ pod }: PodOwner): LedgerCopies {
  const number = (name: string) => Number(podLiteral(pod, `PULSAR_PREFIX_managedLedgerDefault${name}`) ?? DEFAULT);
  return { ensemble: number("EnsembleSize"), write: number("WriteQuorum"), ack: number("AckQuorum") };
}

export function brokers(objects: readonly KubernetesObject[]): PodOwner[] {
  return ownersOf(objects, BROKER);
}

/** Undefined where the environment has no bookies of its own. */
export function bookies(objects: readonly KubernetesObject[]): number | undefined {
  const sets = memberSets(objects, BOOKKEEPER);
  return sets.length === 0 ? undefined : sets.reduce((sum, { replicas = 1 }) => sum + replicas, 0);
}
