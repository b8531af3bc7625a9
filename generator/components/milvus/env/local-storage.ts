import { type EnvVar, envValue } from "../../../kubernetes/env.ts";
import type { Role } from "../../../model/environment.ts";
import { ROLE_KINDS } from "../../../model/releases/role-kinds.ts";
import { parseQuantity } from "../../../model/rules/quantity.ts";

const GIB = 2 ** 30;

/**
 * How much of its disk Milvus may fill, in whole GiB. Without it Milvus measures the node's disk, fills more than the folder's
 * limit and is evicted. Workers alone keep indexes and segments there.
 */
export function localStorage(role: Role): EnvVar[] {
  if (ROLE_KINDS[role.name] !== "worker") return [];
  return [envValue("LOCAL_STORAGE_SIZE", String(Math.floor(parseQuantity(role.localStorage) / GIB)))];
}
