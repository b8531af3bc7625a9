import type { Unit } from "../kubernetes/resource.ts";

/** `milvus` of `milvus/proxy`: the component, and so the folder of the overlay. */
export function componentOf(unit: Unit): string {
  return unit.path.split("/", 1).join();
}

/** `proxy-deployment` of the Deployment in `milvus/proxy`, `statefulset` of that in `etcd`. */
export function overlayFile(unit: Unit, file: string): string {
  const role = unit.path.split("/").slice(1).join("-");
  return role === "" ? file : `${role}-${file}`;
}
