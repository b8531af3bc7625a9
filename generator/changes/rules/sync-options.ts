import type { KubernetesObject } from "../../kubernetes/resource.ts";

/** Argo CD's options on an object: `Prune=false`. */
export function syncOptionsOf({ metadata }: KubernetesObject): readonly string[] {
  return (metadata.annotations?.["argocd.argoproj.io/sync-options"] ?? "").split(",").map((option) => option.trim());
}

/** Whether Argo CD is kept from removing the object without a person: `Prune` or `Delete` is `false` or `confirm`. */
export function isGuarded(object: KubernetesObject, from: "Prune" | "Delete"): boolean {
  return syncOptionsOf(object).some((option) => option === `${from}=false` || option === `${from}=confirm`);
}

export function replacesObject(object: KubernetesObject): boolean {
  return syncOptionsOf(object).some((option) => option === "Force=true" || option === "Replace=true");
}
