import type { Placement, Spread, Workload } from "../model/environment.ts";
import type { Identity } from "../model/identities.ts";
import { selectorLabels } from "../model/labels.ts";
import { defined } from "./defined.ts";

/** Where the pods of a workload may run: the user's selectors and tolerations, and how its replicas keep apart. */
export function scheduling(identity: Identity, workload: Workload, placement: Placement) {
  return defined({
    nodeSelector: { ...workload.nodeSelector },
    tolerations: workload.tolerations.map((toleration) => ({ ...toleration })),
    priorityClassName: workload.priorityClassName ?? placement.priorityClassName,
    affinity: hostAntiAffinity(identity, placement.hosts),
    topologySpreadConstraints: zoneSpread(identity, placement.zones),
  });
}

function hostAntiAffinity(identity: Identity, spread: Spread) {
  if (spread === "none") return undefined;
  const term = { labelSelector: { matchLabels: selectorLabels(identity) }, topologyKey: "kubernetes.io/hostname" };
  return {
    podAntiAffinity:
      spread === "required"
        ? { requiredDuringSchedulingIgnoredDuringExecution: [term] }
        : { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, podAffinityTerm: term }] },
  };
}

function zoneSpread(identity: Identity, spread: Spread) {
  if (spread === "none") return [];
  return [
    {
      labelSelector: { matchLabels: selectorLabels(identity) },
      maxSkew: 1,
      topologyKey: "topology.kubernetes.io/zone",
      whenUnsatisfiable: spread === "required" ? ("DoNotSchedule" as const) : ("ScheduleAnyway" as const),
    },
  ];
}
