import type { KubernetesObject } from "../kubernetes/resource.ts";

/** How an object is named to a person: `StatefulSet milvus-prod/etcd`. */
export function objectAddress(object: KubernetesObject): string {
  const { name, namespace } = object.metadata;
  return `${object.kind} ${namespace === undefined ? name : `${namespace}/${name}`}`;
}
