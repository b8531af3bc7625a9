import type { KubernetesObject } from "../kubernetes/resource.ts";
import { objectAddress } from "./object-address.ts";

/** Something wrong with a planned object. */
export interface ObjectProblem {
  readonly code: string;
  /** `StatefulSet milvus-prod/etcd` */
  readonly object: string;
  readonly message: string;
  readonly remedy: string;
}

export function problemOf(code: string, object: KubernetesObject, message: string, remedy: string): ObjectProblem {
  return { code, object: objectAddress(object), message, remedy };
}
