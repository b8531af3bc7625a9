import type { KubernetesObject } from "../kubernetes/resource.ts";
import type { FieldChange } from "./field-change.ts";
import type { ChangedPair } from "./pair.ts";
import { isRolling, replicasOf } from "./workload.ts";

/** Whether pods are replaced: the template is another one, and there were and are pods. */
export function restarts({ before, after, fields }: ChangedPair): boolean {
  return isRolling(after) && fields.some(isOfTemplate) && restartingPods(before, after) !== 0;
}

function isOfTemplate({ path }: FieldChange): boolean {
  return path === "spec.template" || path.startsWith("spec.template.");
}

/** Pods that are there before and after; undefined for a DaemonSet. */
export function restartingPods(before: KubernetesObject, after: KubernetesObject): number | undefined {
  const [old, now] = [replicasOf(before), replicasOf(after)];
  return old === undefined || now === undefined ? undefined : Math.min(old, now);
}
