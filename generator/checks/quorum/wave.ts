import type { KubernetesObject } from "../../kubernetes/resource.ts";

/** Argo CD starts a wave when every object of the wave before it is healthy; without the annotation it is 0. */
export function waveOf({ metadata }: KubernetesObject): number {
  return Number(metadata.annotations?.["argocd.argoproj.io/sync-wave"] ?? 0);
}
