import { listObjects, requireObject } from "../../support/live-object.ts";

/** Each object of these kinds by its uid: the same uid is the same object, never deleted and made again in between. */
export async function uidsOf(namespace: string, kinds: string): Promise<Record<string, string>> {
  const objects = await listObjects(kinds, "-n", namespace);
  return Object.fromEntries(objects.map(({ kind, metadata }) => [`${kind} ${metadata.name}`, metadata.uid]));
}

/** The Namespace, the claims and the Secrets: what nothing brings back once it is gone. */
export async function data(namespace: string): Promise<Record<string, string>> {
  const { metadata } = await requireObject("namespace", namespace, namespace);
  return { "the Namespace": metadata.uid, ...(await uidsOf(namespace, "persistentvolumeclaims,secrets")) };
}

/** The data, and all that works with it. */
export async function everything(namespace: string): Promise<Record<string, string>> {
  const kinds = "deployments,statefulsets,services,configmaps,serviceaccounts,poddisruptionbudgets,pods";
  return { ...(await data(namespace)), ...(await uidsOf(namespace, kinds)) };
}
