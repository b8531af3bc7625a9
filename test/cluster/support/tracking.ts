import { kubectl } from "../../support/kubectl.ts";
import { type LiveObject, listObjects } from "../../support/live-object.ts";

const ANNOTATION = "argocd.argoproj.io/tracking-id";
/** What passes by, and a kind that EndpointSlices have replaced and kubectl warns of. */
const PASSING = /^(?:events|componentstatuses|endpoints)\b|\.metrics\.k8s\.io$/;

/** Every object of the cluster, of whatever kind. */
export async function everyObject(): Promise<LiveObject[]> {
  const kinds = (await kubectl(["api-resources", "--verbs=list", "-o", "name"])).trim().split("\n");
  return listObjects(kinds.filter((kind) => !PASSING.test(kind)).join(","), "--all-namespaces");
}

/**
 * The Application that Argo CD counts an object to. ReplicaSets and ControllerRevisions carry a copy of their owner's
 * annotation, which names the owner; Argo CD counts only an object whose annotation names that object itself.
 */
export function trackedBy(object: LiveObject): string | undefined {
  const [application = "", ...address] = (object.metadata.annotations?.[ANNOTATION] ?? "").split(":");
  return namesItself(object, address.join(":")) ? application : undefined;
}

/** What runs with every sync, and is made anew for it. */
export function isHook({ metadata }: LiveObject): boolean {
  return metadata.annotations?.["argocd.argoproj.io/hook"] !== undefined;
}

/** Argo CD writes the destination's namespace also where an object has none. */
function namesItself(object: LiveObject, address: string): boolean {
  const named = object.metadata.namespace === undefined ? address.replace(/:.*\//, ":/") : address;
  return named === addressOf(object);
}

/** Group, kind, namespace and name, in the form that Argo CD writes into its annotation. */
export function addressOf({ apiVersion, kind, metadata }: Address): string {
  const group = apiVersion.includes("/") ? apiVersion.split("/")[0] : "";
  return `${group}/${kind}:${metadata.namespace ?? ""}/${metadata.name}`;
}

export interface Address {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}
