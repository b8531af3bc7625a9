import type { KubernetesObject } from "../../kubernetes/resource.ts";
import type { Spread } from "../../model/environment.ts";
import { type EnvironmentTree, type Invariant, violation } from "../invariant.ts";
import { type PodOwner, podOwners } from "../workload.ts";
import { hostSpread, zoneSpread } from "./pod-spread.ts";

/** What `placement.hosts` promises of every workload with several pods. */
export const podsKeepToHosts: Invariant<EnvironmentTree> = {
  name: "pods-keep-to-hosts",
  code: "E_QUORUM",
  severity: "error",
  reason: "Pods on one host are lost together, and with them the majority that one loss must leave.",
  remedy: "Give the pod an anti-affinity over kubernetes.io/hostname that selects its own pods, as placement.hosts says.",
  find: ({ objects, environment: { placement } }) =>
    severalPods(objects)
      .filter((owner) => isWeaker(hostSpread(owner), placement.hosts))
      .map(({ object }) => violation(object, `Its pods do not keep to hosts of their own, which is ${placement.hosts}.`)),
};

/** What `placement.zones` promises. */
export const podsSpreadOverZones: Invariant<EnvironmentTree> = {
  name: "pods-spread-over-zones",
  code: "E_QUORUM",
  severity: "error",
  reason: "Pods in one zone are lost together.",
  remedy: "Give the pod a topology spread over topology.kubernetes.io/zone that selects its own pods, as placement.zones says.",
  find: ({ objects, environment: { placement } }) =>
    severalPods(objects)
      .filter((owner) => isWeaker(zoneSpread(owner), placement.zones))
      .map(({ object }) => violation(object, `Its pods do not spread over zones, which is ${placement.zones}.`)),
};

const STRENGTH: Readonly<Record<Spread, number>> = { none: 0, preferred: 1, required: 2 };

function isWeaker(found: Spread, promised: Spread): boolean {
  return STRENGTH[found] < STRENGTH[promised];
}

/** The generator's own: objects of `custom/` decide for themselves. */
function severalPods(objects: readonly KubernetesObject[]): PodOwner[] {
  return podOwners(objects).filter(
    ({ object, replicas = 1 }) => object.metadata.labels?.["app.kubernetes.io/managed-by"] === "milvus-gitops" && replicas > 1,
  );
}
