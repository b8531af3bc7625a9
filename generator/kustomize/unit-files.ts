import type { Unit } from "../kubernetes/resource.ts";

/** `proxy-deployment` of the Deployment in `milvus/proxy`, `statefulset` of that in `etcd`. */
export function overlayFile(unit: Unit, file: string): string {
  const role = unit.path.split("/").slice(1).join("-");
  return role === "" ? file : `${role}-${file}`;
}
