import type { Workload } from "../model/environment.ts";
import type { Identity } from "../model/identities.ts";
import { commonLabels } from "../model/labels.ts";
import { defined } from "./defined.ts";
import type { ObjectMeta } from "./resource.ts";

/** Argo CD neither prunes the object nor deletes it with its Application: for everything that holds data, or opens it. */
export const KEEP = { "argocd.argoproj.io/sync-options": "Prune=false,Delete=false" } as const;

/** Metadata of an object that Argo CD applies in `wave`. The overlay adds namespace, environment and version. */
export function metadata(identity: Identity, name: string, wave: number, extra: Partial<ObjectMeta> = {}): ObjectMeta {
  return {
    name,
    labels: { ...extra.labels, ...commonLabels(identity) },
    annotations: { ...extra.annotations, "argocd.argoproj.io/sync-wave": String(wave) },
  };
}

/** Metadata of a pod: the user's labels and annotations, and no wave. */
export function podMetadata(identity: Identity, workload: Pick<Workload, "labels" | "annotations">) {
  return defined({ labels: { ...workload.labels, ...commonLabels(identity) }, annotations: { ...workload.annotations } });
}
