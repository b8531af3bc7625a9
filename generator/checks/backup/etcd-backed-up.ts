import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { ETCD } from "../../model/identities.ts";
import { type EnvironmentTree, type Invariant, violation } from "../invariant.ts";
import { memberSets } from "../quorum/owners-of.ts";
import { type Container, containersOf, podOwners } from "../workload.ts";

/** By the generator's job or by one of custom/. */
export const etcdBackedUp: Invariant<EnvironmentTree> = {
  name: "etcd-backed-up",
  code: "E_STORAGE",
  severity: "warning",
  reason: "Without Milvus' metadata nobody knows what is in the objects, and every collection is lost.",
  remedy:
    "Set backup.etcd.enabled: true, with backup.destination where the object storage takes no snapshots. Where another system saves etcd, suppress this with its name.",
  find: ({ objects, environment }) => {
    if (!environment.isProduction || objects.some(takesSnapshots)) return [];
    return memberSets(objects, ETCD).map(({ object }) => violation(object, "No CronJob takes snapshots of it."));
  },
};

function takesSnapshots(object: KubernetesObject): boolean {
  if (object.kind !== "CronJob") return false;
  return podOwners([object]).some(({ pod }) => containersOf(pod).some(runsSave));
}

function runsSave({ command = [], args = [] }: Container): boolean {
  return /\bsnapshot\s+save\b/.test([...command, ...args].join(" "));
}
