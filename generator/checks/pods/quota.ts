import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { parseQuantity } from "../../model/rules/quantity.ts";
import { inObjects } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { readAs } from "../read-as.ts";
import { scalerOf } from "../scalers.ts";
import { type Container, type PodOwner, podOwners } from "../workload.ts";
import { isDevice } from "./devices.ts";

/** A pod is counted as the API server counts it: its containers together, or one init container that takes more. */
export const quotaCoversPods: Invariant<EnvironmentTree> = {
  name: "quota-covers-pods",
  code: "E_RANGE",
  severity: "error",
  reason: "The API server refuses the pods that a quota has no room for, and workloads wait for them for ever.",
  remedy: "Raise quota.headroom of the environment's file.",
  find: inObjects("ResourceQuota", ({ spec }, { objects }) => {
    const { hard = {} } = readAs<{ hard?: Quantities }>(spec, { hard: { "*": "quantity" } }) ?? {};
    return [...COUNTED, ...Object.keys(hard).flatMap(countedDevice)].flatMap(({ resource, ofPod }) => {
      const limit = hard[resource];
      const need = podOwners(objects).reduce((sum, owner) => sum + mostPods(owner, objects) * ofPod(owner), 0);
      return limit === undefined || need <= parseQuantity(limit) ? [] : [`${resource} is ${limit}, less than its pods take.`];
    });
  }),
};

type Quantities = Readonly<Record<string, string>>;
type List = "requests" | "limits";

interface Counted {
  readonly resource: string;
  readonly ofPod: (owner: PodOwner) => number;
}

const COUNTED: readonly Counted[] = [
  { resource: "pods", ofPod: () => 1 },
  ...(["requests", "limits"] as const).flatMap((list) =>
    ["cpu", "memory"].map((resource) => ({
      resource: `${list}.${resource}`,
      ofPod: (owner: PodOwner) => effective(owner, list, resource),
    })),
  ),
];

/** `requests.nvidia.com/gpu` */
function countedDevice(resource: string): Counted[] {
  const [, device = ""] = /^requests\.(.+)$/.exec(resource) ?? [];
  return isDevice(device) ? [{ resource, ofPod: (owner) => effective(owner, "requests", device) }] : [];
}

function effective({ pod: { containers, initContainers = [] } }: PodOwner, list: List, resource: string): number {
  const amount = ({ resources }: Container) => parseQuantity(resources?.[list]?.[resource] ?? "0");
  const together = containers.reduce((sum, container) => sum + amount(container), 0);
  return Math.max(together, ...initContainers.map(amount));
}

function mostPods({ object, replicas }: PodOwner, objects: readonly KubernetesObject[]): number {
  return scalerOf(object, objects)?.maxReplicas ?? replicas ?? 1;
}
