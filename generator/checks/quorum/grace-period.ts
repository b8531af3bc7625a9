import { BROKER, type Identity, MINIO, milvusIdentity, PULSAR_STANDALONE } from "../../model/identities.ts";
import { RELEASES } from "../../model/releases/index.ts";
import { ROLE_KINDS } from "../../model/releases/role-kinds.ts";
import { type EnvironmentTree, type Invariant, violation } from "../invariant.ts";
import type { Handler, PodOwner } from "../workload.ts";
import { podOwners } from "../workload.ts";
import { roleOwners } from "./milvus-roles.ts";
import { ownersOf, runs } from "./owners-of.ts";

/** The kubelet kills what still runs at the end of the grace period. */
export const graceCoversStop: Invariant<EnvironmentTree> = {
  name: "grace-covers-stop",
  code: "E_RANGE",
  severity: "error",
  reason:
    "A pod that is killed in the middle of its stop leaves work undone: segments unloaded, requests cut off, writes lost.",
  remedy: "Raise terminationGracePeriodSeconds to the program's own stop timeout and what its preStop hook takes.",
  find: (tree) =>
    podOwners(tree.objects).flatMap((owner) => {
      const grace = owner.pod.terminationGracePeriodSeconds ?? KUBELET_DEFAULT;
      const needed = (stopSeconds(owner, tree) ?? 0) + hookSeconds(owner);
      if (grace >= needed && (grace > 0 || owner.object.kind !== "StatefulSet")) return [];
      return [violation(owner.object, `Its grace period is ${grace} s, and it may take ${needed} s to stop.`)];
    }),
};

/** A proxy that is told to stop while clients still come answers them with errors. */
export const proxyLeavesFirst: Invariant<EnvironmentTree> = {
  name: "proxy-leaves-first",
  code: "E_RANGE",
  severity: "error",
  reason: "Clients and load balancers go on calling a proxy for some seconds after it began to stop, and before it can answer.",
  remedy: "Give the proxy a preStop hook that waits, and a readiness probe.",
  find: ({ objects }) =>
    ownersOf(objects, milvusIdentity("proxy")).flatMap(({ object, pod }) =>
      pod.containers
        .slice(0, 1)
        .flatMap(({ lifecycle, readinessProbe }) => [
          ...(lifecycle?.preStop === undefined ? [violation(object, "Its proxy has no preStop hook.")] : []),
          ...(readinessProbe === undefined ? [violation(object, "Its proxy has no readiness probe.")] : []),
        ]),
    ),
};

/** Seconds. */
const KUBELET_DEFAULT = 30;

/** Seconds: MinIO gives open requests a minute (cmd/signals.go), a broker hands topics over (brokerShutdownTimeoutMs). */
const STOPS: readonly (readonly [Identity, number])[] = [
  [MINIO, 60],
  [BROKER, 60],
  [PULSAR_STANDALONE, 60],
];

function stopSeconds(owner: PodOwner, { environment }: EnvironmentTree): number | undefined {
  const [milvus] = roleOwners([owner.object]);
  if (milvus !== undefined) return RELEASES[environment.milvus.family].stopTimeoutSeconds[ROLE_KINDS[milvus.role]];
  return STOPS.find(([identity]) => runs(owner, identity))?.[1];
}

/** The longest `sleep` before SIGTERM: hooks of all containers run at once. */
function hookSeconds({ pod }: PodOwner): number {
  return Math.max(0, ...pod.containers.map(({ lifecycle }) => sleepSeconds(lifecycle?.preStop)));
}

function sleepSeconds({ exec }: Handler = {}): number {
  const [, seconds] = /\bsleep (\d+)/.exec((exec?.command ?? []).join(" ")) ?? [];
  return Number(seconds ?? 0);
}
