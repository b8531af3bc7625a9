import type { Volume } from "../model/environment.ts";
import type { Identity } from "../model/identities.ts";
import { selectorLabels } from "../model/labels.ts";
import { defined } from "./defined.ts";
import { KEEP } from "./metadata.ts";

/** Claims outlive their StatefulSet and its replicas. */
export const RETAIN = { whenDeleted: "Retain", whenScaled: "Retain" } as const;

/**
 * A claim template. Kubernetes never changes one after creation, so it holds only what is true for ever: no version, environment
 * or instance label, and Argo CD's guards from the first day. `apiVersion` and `kind` are written because the API server adds
 * them, and server-side diff would see drift without end (argo-cd#11143).
 */
export function claimTemplate(identity: Identity, name: string, volume: Volume) {
  return {
    apiVersion: "v1",
    kind: "PersistentVolumeClaim",
    metadata: { name, labels: selectorLabels(identity), annotations: { ...KEEP } },
    spec: claimSpec(volume),
  };
}

/**
 * A claim that Kubernetes makes with each pod and deletes with it, for what a pod can fetch again. Pod Security allows it, as it
 * allows no folder of the node.
 */
export function ephemeralClaim(identity: Identity, volume: Volume) {
  return { ephemeral: { volumeClaimTemplate: { metadata: { labels: selectorLabels(identity) }, spec: claimSpec(volume) } } };
}

function claimSpec({ size, storageClass }: Volume) {
  return defined({
    accessModes: ["ReadWriteOnce"],
    storageClassName: storageClass,
    resources: { requests: { storage: size } },
    volumeMode: "Filesystem",
  });
}
