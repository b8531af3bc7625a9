import { metadata } from "../../kubernetes/metadata.ts";
import type { ObjectMeta } from "../../kubernetes/resource.ts";
import { MONITORING } from "../../model/identities.ts";
import { WAVE } from "../../model/waves.ts";

/**
 * Where the cluster lacks the kind, Argo CD's dry run would fail before it applies anything; without it, only the last wave
 * fails (Argo CD docs, user-guide/sync-options).
 */
const WITHOUT_DRY_RUN = { "argocd.argoproj.io/sync-options": "SkipDryRunOnMissingResource=true" } as const;

/** Metadata of an object of prometheus-operator, with the labels that its selectors ask for. */
export function operatorMetadata(name: string, labels: Readonly<Record<string, string>>): ObjectMeta {
  return metadata(MONITORING, name, WAVE.monitoring, { labels, annotations: WITHOUT_DRY_RUN });
}
