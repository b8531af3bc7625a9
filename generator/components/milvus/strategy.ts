import type { Milvus, Role } from "../../model/environment.ts";
import { ROLE_KINDS } from "../../model/releases/role-kinds.ts";
import { hasStandby } from "./standby.ts";

/**
 * Workers and proxies are replaced one by one, the new pod first, so that the old one has somebody to hand its work to. A
 * coordinator without a standby must be gone before the next may start: two of them fight for one session key, and one panics.
 * Where the GPUs of the nodes are all taken, a new pod would wait for ever for one (milvus-operator#523), so a role may go the other
 * way round, and its work goes to those that stay.
 */
export function strategy(milvus: Milvus, { name, gpu }: Pick<Role, "name" | "gpu">) {
  if (ROLE_KINDS[name] === "coordinator" && !hasStandby(milvus)) return { type: "Recreate" };
  const isReplaced = gpu?.rollOut === "replace";
  return {
    type: "RollingUpdate",
    rollingUpdate: isReplaced ? { maxSurge: 0, maxUnavailable: 1 } : { maxSurge: 1, maxUnavailable: 0 },
  };
}
