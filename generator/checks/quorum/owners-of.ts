import type { KubernetesObject } from "../../kubernetes/resource.ts";
import type { Identity } from "../../model/identities.ts";
import { selectorLabels } from "../../model/labels.ts";
import { type PodOwner, podOwners, selects } from "../workload.ts";

const LONG_RUNNING: ReadonlySet<string> = new Set(["DaemonSet", "Deployment", "StatefulSet"]);

/** The workloads that run an identity's pods, whatever they are called. */
export function ownersOf(objects: readonly KubernetesObject[], identity: Identity): PodOwner[] {
  return longRunning(objects).filter((owner) => runs(owner, identity));
}

/** The workloads that run all the time: not a backup job that borrows their labels. */
export function longRunning(objects: readonly KubernetesObject[]): PodOwner[] {
  return podOwners(objects).filter(({ object }) => LONG_RUNNING.has(object.kind));
}

/** Those whose pods have names and claims of their own. */
export function memberSets(objects: readonly KubernetesObject[], identity: Identity): PodOwner[] {
  return ownersOf(objects, identity).filter(({ object }) => object.kind === "StatefulSet");
}

/** Whether the pods carry the identity's labels. */
export function runs({ podLabels }: PodOwner, identity: Identity): boolean {
  return selects(selectorLabels(identity), podLabels);
}

/** A number beyond this is a slip of the pen, whose names nobody wants to see. */
const MOST_MEMBERS = 99;

/** The pods of a StatefulSet by name; Kubernetes counts them from 0. */
export function memberNames({ object, replicas = 1 }: PodOwner): string[] {
  return Array.from({ length: Math.min(replicas, MOST_MEMBERS) }, (_, ordinal) => `${object.metadata.name}-${ordinal}`);
}
