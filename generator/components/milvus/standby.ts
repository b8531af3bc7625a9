import type { Milvus } from "../../model/environment.ts";
import { ROLE_KINDS } from "../../model/releases/role-kinds.ts";

/**
 * Whether coordinators take turns. One with a second replica is enough: Milvus wants the setting the same in all of them, and
 * those with one replica gain a roll-out without a gap.
 */
export function hasStandby(milvus: Milvus): boolean {
  return milvus.roles.some(({ name, replicas }) => ROLE_KINDS[name] === "coordinator" && replicas > 1);
}
