import type { KubernetesObject } from "../kubernetes/resource.ts";

/** By what the API server tells objects apart; a version of the API is none of it. */
export interface ObjectId {
  readonly group: string;
  readonly kind: string;
  /** Empty where the object has none. */
  readonly namespace: string;
  /** Without the hash that Kustomize appends to a generated name. */
  readonly name: string;
}

export function objectId({ apiVersion, kind, metadata }: KubernetesObject, name: string): ObjectId {
  const group = apiVersion.includes("/") ? (apiVersion.split("/")[0] ?? "") : "";
  return { group, kind, namespace: metadata.namespace ?? "", name };
}

/** How an object is named to a person: `StatefulSet milvus-prod/etcd`. */
export function addressOf({ kind, namespace, name }: ObjectId): string {
  return `${kind} ${namespace === "" ? name : `${namespace}/${name}`}`;
}

/** One text for each object, by which a list of them has one order. */
export function idText({ kind, group, namespace, name }: ObjectId): string {
  return [kind, group, namespace, name].join("\0");
}
