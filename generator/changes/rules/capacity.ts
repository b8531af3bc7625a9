import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { BOOKKEEPER, ETCD, MINIO, ZOOKEEPER } from "../../model/identities.ts";
import { quantityOf } from "../quantity.ts";
import { read, readText } from "../value.ts";
import { type ContainerPair, containerPairs, containersOf, replicasOf } from "../workload.ts";
import { heapOf } from "./heap.ts";
import { type Judgement, onChange, onResult, type Rule, when } from "./rule.ts";

/** Less is served, or nothing. */
export const fewerReplicas: Rule = onChange(({ before, after }) => {
  const [old, now] = [replicasOf(before) ?? 0, replicasOf(after) ?? 0];
  if (now >= old || isAutoscaled(before, after)) return [];
  return now === 0
    ? when(true, "high", `It is scaled from ${old} to 0: nothing of it serves any more.`)
    : when(true, "medium", `It is scaled from ${old} to ${now}: the pods that stay carry the whole load.`);
});

/** New pods need room on nodes; nothing that runs is touched. */
export const moreReplicas: Rule = onChange(({ before, after }) => {
  const [old, now] = [replicasOf(before) ?? 0, replicasOf(after) ?? 0];
  return when(
    now > old && !isAutoscaled(before, after),
    "low",
    `It is scaled from ${old} to ${now}: nodes must have room for ${now - old} more.`,
  );
});

/** A Deployment that says no number has an autoscaler that counts. */
function isAutoscaled(...sides: readonly KubernetesObject[]): boolean {
  return sides.some((side) => side.kind === "Deployment" && read(side, "spec", "replicas") === undefined);
}

/** Members of a quorum and keepers of copies do not come and go by a number of replicas alone. */
export const membersChanged: Rule = onChange(({ before, after }) => {
  const advice = MEMBERS[after.metadata.name];
  const [old, now] = [replicasOf(before) ?? 0, replicasOf(after) ?? 0];
  if (after.kind !== "StatefulSet" || advice === undefined || old === now) return [];
  const deletes = now < old && readText(after, "spec", "persistentVolumeClaimRetentionPolicy", "whenScaled") === "Delete";
  if (deletes)
    return when(true, "destructive", `The claims of ${old - now} members are deleted (whenScaled: Delete). ${advice}`);
  return when(now < old || after.metadata.name !== BOOKKEEPER.name, "high", advice);
});

const MEMBERS: Readonly<Record<string, string>> = {
  [ETCD.name]: "etcd's members are added and removed by etcdctl, one at a time; replicas alone can lose the quorum.",
  [MINIO.name]: "MinIO's servers are fixed at its first start; it grows by another pool, not by replicas.",
  [ZOOKEEPER.name]: "ZooKeeper's members all have to know the new list before one comes or goes.",
  [BOOKKEEPER.name]: "A bookie leaves only after it was decommissioned; before, the entries that it holds have a copy less.",
};

/** What a container may use is cut: it is throttled, evicted or killed sooner. */
export const limitLowered: Rule = onChange((pair) =>
  containerPairs(pair.before, pair.after).flatMap((containers) =>
    lowered(containers, "limits", ({ name, resource, from, to }) => ({
      risk: "medium",
      message: `The ${resource} limit of ${name} falls from ${from} to ${to}.`,
    })),
  ),
);

/** The scheduler reserves less: the node may have too little when it is needed. */
export const requestLowered: Rule = onChange((pair) =>
  containerPairs(pair.before, pair.after).flatMap((containers) =>
    lowered(containers, "requests", ({ name, resource, from, to }) => ({
      risk: "low",
      message: `The ${resource} request of ${name} falls from ${from} to ${to}.`,
    })),
  ),
);

interface Lowered {
  readonly name: string;
  readonly resource: string;
  readonly from: unknown;
  readonly to: unknown;
}

function lowered({ name, before, after }: ContainerPair, list: string, words: (lowered: Lowered) => Judgement): Judgement[] {
  return ["cpu", "ephemeral-storage", "memory"].flatMap((resource) => {
    const [from, to] = [before, after].map((container) => read(container, "resources", list, resource));
    const [old, now] = [quantityOf(from), quantityOf(to)];
    return old !== undefined && now !== undefined && now < old ? [words({ name, resource, from, to })] : [];
  });
}

/** A process that was told it may use more than its container is killed under load. */
export const memoryBelowHeap: Rule = onResult((after, before) =>
  [...overfull(after)]
    .filter((name) => before === undefined || !overfull(before).has(name))
    .map((name) => ({
      risk: "high",
      message: `The memory limit of ${name} is below what its process is told to use: it is killed under load.`,
    })),
);

function overfull(object: KubernetesObject): ReadonlySet<string> {
  const names = [...containersOf(object)].filter(([, container]) => {
    const limit = quantityOf(read(container, "resources", "limits", "memory"));
    return limit !== undefined && heapOf(container) > limit;
  });
  return new Set(names.map(([name]) => name));
}
