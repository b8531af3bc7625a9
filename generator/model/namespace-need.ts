import type { Environment, ResourceRequirements, Role } from "./environment.ts";
import { JOB_RESOURCES } from "./job.ts";
import { workloads } from "./rules/parts.ts";
import { parseQuantity } from "./rules/quantity.ts";

/** What all pods of an environment take together: cores, and bytes. */
export interface NamespaceNeed {
  readonly pods: number;
  readonly requests: Amounts;
  readonly limits: Amounts;
  /** By resource, `{"nvidia.com/gpu": 4}`. */
  readonly devices: Readonly<Record<string, number>>;
}

export interface Amounts {
  readonly cpu: number;
  readonly memory: number;
}

/**
 * The most that can be there at once: every pod that an autoscaler may add, and during a roll-out twice as many of what is replaced
 * new pod first, because a worker takes up to half an hour to stop and counts until it is gone. Members of a StatefulSet go before
 * they come again.
 */
export function namespaceNeed(environment: Environment): NamespaceNeed {
  const counted = [...roles(environment), ...servers(environment), ...jobs(environment)];
  const sum = (amount: (counted: Counted) => number) => counted.reduce((total, one) => total + one.pods * amount(one), 0);
  const amounts = (list: "requests" | "limits"): Amounts => ({
    cpu: sum(({ resources }) => parseQuantity(resources[list].cpu)),
    memory: sum(({ resources }) => parseQuantity(resources[list].memory)),
  });
  return { pods: sum(() => 1), requests: amounts("requests"), limits: amounts("limits"), devices: devices(environment) };
}

function devices({ milvus }: Environment): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const role of milvus.roles) {
    if (role.gpu === undefined) continue;
    sums[role.gpu.resource] = (sums[role.gpu.resource] ?? 0) + mostPods(role) * role.gpu.count;
  }
  return sums;
}

interface Counted {
  readonly pods: number;
  readonly resources: ResourceRequirements;
}

function roles({ milvus }: Environment): Counted[] {
  return milvus.roles.map((role) => ({ pods: mostPods(role), resources: role.resources }));
}

function mostPods({ replicas, autoscaling }: Role): number {
  return 2 * (autoscaling?.maxReplicas ?? replicas);
}

function jobs({ authentication, etcd }: Environment): Counted[] {
  const job = { pods: 1, resources: JOB_RESOURCES };
  return [
    ...(authentication.milvus.enabled ? [job] : []),
    ...(authentication.etcd.enabled && etcd.mode === "internal" ? [job] : []),
  ];
}

/** Stores, the queue and the console; of these some are Deployments. */
function servers(environment: Environment): Counted[] {
  return workloads(environment)
    .filter(({ field }) => !field.startsWith("milvus.roles."))
    .map(({ field, value: { replicas, resources } }) => ({
      pods: DEPLOYMENTS.has(field) ? 2 * replicas : replicas,
      resources,
    }));
}

const DEPLOYMENTS: ReadonlySet<string> = new Set(["attu", "messageQueue.pulsar.autorecovery", "messageQueue.pulsar.proxy"]);
