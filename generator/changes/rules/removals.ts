import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { stemOf } from "../hashed-names.ts";
import { readMaps, readTexts } from "../value.ts";
import { onRemoval, type Rule, when } from "./rule.ts";
import { isGuarded } from "./sync-options.ts";

/** With these go data, the credentials that open it, or all that is in them. */
const WHAT_GOES: Readonly<Record<string, string>> = {
  CustomResourceDefinition: "every object of its kind goes with it",
  ExternalSecret: "the Secret that it makes goes with it, and with that the credentials",
  Namespace: "everything in it goes with it, claims included",
  PersistentVolume: "the data goes where its class says Delete",
  PersistentVolumeClaim: "the data goes where its class says Delete",
  SealedSecret: "the Secret that it makes goes with it, and with that the credentials",
  Secret: "the credentials that open the data go",
  StatefulSet: "its pods go, and its claims where the retention policy says Delete",
};

/** Argo CD prunes what left Git, unless a guard keeps it. */
export const dataRemoved: Rule = onRemoval((object) => {
  const loss = WHAT_GOES[object.kind];
  if (loss === undefined || !mayHoldData(object)) return [];
  return isGuarded(object, "Prune")
    ? when(true, "high", "It leaves Git. Argo CD's guard keeps it in the cluster, where nobody looks after it any more.")
    : when(true, "destructive", `It is removed: ${loss}.`);
});

/** A StatefulSet without claims, a broker for the sake of its pods' names, holds nothing. */
function mayHoldData(object: KubernetesObject): boolean {
  return object.kind !== "StatefulSet" || readMaps(object, "spec", "volumeClaimTemplates").length > 0;
}

const CASCADE = /^(?:post-delete-finalizer|resources-finalizer)\.argocd\.argoproj\.io/;

/** Whether deleting an Application deletes what it applied. */
export function cascades(object: KubernetesObject): boolean {
  return readTexts(object, "metadata", "finalizers").some((finalizer) => CASCADE.test(finalizer));
}

/** What an Application applied stays when it goes, unless it has Argo CD's finalizer. */
export const applicationRemoved: Rule = onRemoval((object) => {
  if (!["Application", "ApplicationSet"].includes(object.kind)) return [];
  return cascades(object)
    ? when(true, "destructive", "It has Argo CD's finalizer: everything that it applied is deleted with it.")
    : when(true, "high", "Everything that it applied stays in the cluster, and nobody syncs it any more.");
});

/** Kinds to which nobody refers, whose removal another rule judges. */
const TOLD_ELSEWHERE: ReadonlySet<string> = new Set([
  "Application",
  "ApplicationSet",
  "HorizontalPodAutoscaler",
  "NetworkPolicy",
  "PodDisruptionBudget",
  "ScaledObject",
]);

/** Removed, and then missing to somebody: what serves, what is mounted, what permits. */
export const objectRemoved: Rule = onRemoval((object) => {
  const { kind, metadata } = object;
  if (TOLD_ELSEWHERE.has(kind)) return [];
  if (WHAT_GOES[kind] !== undefined && mayHoldData(object) && !isHashed(object)) return [];
  return isHashed(object)
    ? when(true, "low", `No pod of the new state refers to ${metadata.name} any more.`)
    : when(true, "medium", `It is removed, and whoever refers to it finds nothing.`);
});

function isHashed({ kind, metadata }: KubernetesObject): boolean {
  return kind === "ConfigMap" && stemOf(metadata.name) !== undefined;
}
