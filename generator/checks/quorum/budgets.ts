import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { readAs, type Shape } from "../read-as.ts";
import { scalerOf } from "../scalers.ts";
import { type PodOwner, podOwners, selects } from "../workload.ts";
import { SELECTOR_SHAPE } from "../workload-shape.ts";

/** A PodDisruptionBudget beside the one workload that it covers. */
export interface Budget {
  readonly object: KubernetesObject;
  readonly owner: PodOwner;
  readonly replicas: number;
  /** How many pods a drain may take at once while all are healthy. */
  readonly allowed: number;
}

interface BudgetSpec {
  readonly selector?: { readonly matchLabels?: Readonly<Record<string, string>>; readonly matchExpressions?: unknown };
  readonly maxUnavailable?: number | string;
  readonly minAvailable?: number | string;
}

const BUDGET: Shape = { selector: SELECTOR_SHAPE, maxUnavailable: "target", minAvailable: "target" };

/** Every budget that covers one workload by labels. What selects none or several cannot be counted. */
export function budgets(objects: readonly KubernetesObject[]): Budget[] {
  const owners = podOwners(objects);
  return objects
    .filter(({ kind }) => kind === "PodDisruptionBudget")
    .flatMap((object) => {
      const spec = readAs<BudgetSpec>(object.spec, BUDGET) ?? {};
      const [owner, ...others] = covered(spec, owners);
      if (owner === undefined || others.length > 0) return [];
      // An autoscaler's minimum where one counts the pods; a workload that says nothing runs one.
      const replicas = owner.replicas ?? scalerOf(owner.object, objects)?.minReplicas ?? 1;
      return [{ object, owner, replicas, allowed: allowed(spec, replicas) }];
    });
}

function covered({ selector }: BudgetSpec, owners: readonly PodOwner[]): PodOwner[] {
  const { matchLabels, matchExpressions } = selector ?? {};
  if (matchLabels === undefined || matchExpressions !== undefined) return [];
  return owners.filter(({ podLabels }) => selects(matchLabels, podLabels));
}

function allowed({ maxUnavailable, minAvailable }: BudgetSpec, replicas: number): number {
  if (maxUnavailable !== undefined) return scaled(maxUnavailable, replicas);
  return minAvailable === undefined ? replicas : Math.max(replicas - scaled(minAvailable, replicas), 0);
}

/** A number, or a percentage of the pods, which Kubernetes rounds up in both fields. */
function scaled(value: number | string, replicas: number): number {
  const text = String(value);
  return text.endsWith("%") ? Math.ceil((Number.parseFloat(text) / 100) * replicas) : Number(text);
}
