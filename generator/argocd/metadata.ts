import { metadata } from "../kubernetes/metadata.ts";
import type { ObjectMeta } from "../kubernetes/resource.ts";
import type { Platform } from "../model/environment.ts";
import { ARGOCD } from "../model/identities.ts";

/** Waves inside the root: an Application whose project is missing is in error. */
export const APPS_WAVE = { project: 0, application: 1 } as const;

/**
 * What the root may do to its children. The Application of an environment that left Git stays, and shows in the root as one to
 * prune, until a person syncs the root with pruning and confirms; even then workloads and data stay. Deleting the root deletes no
 * child, however it is done.
 */
const CHILD = { "argocd.argoproj.io/sync-options": "Prune=confirm,Delete=false" } as const;

/** Metadata of an Application or AppProject, in the one namespace that Argo CD reads. The guards are not the user's to lift. */
export function argoMetadata(
  platform: Platform,
  name: string,
  wave: number,
  extra: Pick<ObjectMeta, "labels" | "annotations"> = {},
): ObjectMeta {
  const annotations = { ...extra.annotations, ...CHILD };
  return { namespace: platform.argocd.namespace, ...metadata(ARGOCD, name, wave, { ...extra, annotations }) };
}
