import type { Milvus, RoleName } from "../../model/environment.ts";
import { ROLE_KINDS } from "../../model/releases/role-kinds.ts";
import { hasStandby } from "./standby.ts";

/**
 * Workers and proxies are replaced one by one, the new pod first, so that the old one has somebody to hand its work to. A
 * coordinator without a standby must be gone before the next may start: two of them fight for one session key, and one panics.
 */
export function strategy(milvus: Milvus, role: RoleName) {
  if (ROLE_KINDS[role] === "coordinator" && !hasStandby(milvus)) return { type: "Recreate" };
  return { type: "RollingUpdate", rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } };
}
