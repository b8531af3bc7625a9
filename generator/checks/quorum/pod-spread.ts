import type { Spread } from "../../model/environment.ts";
import { readAs, type Shape } from "../read-as.ts";
import { type PodOwner, selects } from "../workload.ts";
import { SELECTOR_SHAPE } from "../workload-shape.ts";

interface Term {
  readonly topologyKey?: string;
  readonly labelSelector?: { readonly matchLabels?: Readonly<Record<string, string>> };
  readonly whenUnsatisfiable?: string;
}

interface Scheduling {
  readonly affinity?: {
    readonly podAntiAffinity?: {
      readonly requiredDuringSchedulingIgnoredDuringExecution?: readonly Term[];
      readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly { readonly podAffinityTerm?: Term }[];
    };
  };
  readonly topologySpreadConstraints?: readonly Term[];
}

const TERM: Shape = { topologyKey: "text", labelSelector: SELECTOR_SHAPE, whenUnsatisfiable: "text" };

const SCHEDULING: Shape = {
  affinity: {
    podAntiAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: [TERM],
      preferredDuringSchedulingIgnoredDuringExecution: [{ podAffinityTerm: TERM }],
    },
  },
  topologySpreadConstraints: [TERM],
};

/** How strictly its pods keep to hosts of their own. */
export function hostSpread(owner: PodOwner): Spread {
  const { podAntiAffinity } = schedulingOf(owner).affinity ?? {};
  const keeps = (term: Term = {}) => isAmongOwn(term, owner, "kubernetes.io/hostname");
  if (podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.some(keeps) === true) return "required";
  const preferred = podAntiAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? [];
  return preferred.some(({ podAffinityTerm }) => keeps(podAffinityTerm)) ? "preferred" : "none";
}

/** How strictly they spread over zones. */
export function zoneSpread(owner: PodOwner): Spread {
  const { topologySpreadConstraints = [] } = schedulingOf(owner);
  const own = topologySpreadConstraints.filter((term) => isAmongOwn(term, owner, "topology.kubernetes.io/zone"));
  if (own.length === 0) return "none";
  return own.some(({ whenUnsatisfiable }) => whenUnsatisfiable === "DoNotSchedule") ? "required" : "preferred";
}

function schedulingOf({ pod }: PodOwner): Scheduling {
  return readAs<Scheduling>(pod, SCHEDULING) ?? {};
}

/** Whether a term is about this topology and the pods themselves. */
function isAmongOwn({ labelSelector, topologyKey }: Term, owner: PodOwner, key: string): boolean {
  const labels = labelSelector?.matchLabels ?? {};
  return topologyKey === key && Object.keys(labels).length > 0 && selects(labels, owner.podLabels);
}
