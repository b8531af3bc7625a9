import type { RoleName } from "../environment.ts";
import { milvusIdentity } from "../identities.ts";
import { MILVUS_INTERNAL } from "../ports.ts";
import { RELEASES } from "../releases/index.ts";
import { LISTENER_PORTS, type Listener, listeners } from "../releases/listeners.ts";
import { ROLE_KINDS } from "../releases/role-kinds.ts";
import { type Edge, type Party, podsOf, tcp } from "./edge.ts";

/** Every role of every family. */
export const ROLES = Object.keys(ROLE_KINDS) as RoleName[];
const COORDINATORS = ROLES.filter((role) => ROLE_KINDS[role] === "coordinator");

/**
 * Who calls each listener (milvus `internal/distributed/<role>/client`, and who makes such a client). Roles find each other by pod
 * addresses that they keep in etcd, so no Service stands between them. Every role takes orders of coordinators and asks them back;
 * shards are led by query nodes, or by the one in a streaming node, and forward to others of their kind.
 */
const CALLERS: Readonly<Record<Listener, readonly RoleName[]>> = {
  // On the internal port: coordinators tell proxies to forget what they have cached. No role calls the API.
  proxy: COORDINATORS,
  rootCoord: ROLES,
  dataCoord: ROLES,
  queryCoord: ROLES,
  streamingNode: ["proxy", "mixCoord", "streamingNode", "queryNode"],
  queryNode: ["proxy", "queryCoord", "mixCoord", "streamingNode", "queryNode"],
  dataNode: ["dataCoord", "mixCoord"],
  indexNode: ["dataCoord", "mixCoord"],
};

/**
 * Role to role. The same in every family: an upgrade changes the policies before the pods, and must not cut off those that still
 * run the version before.
 */
export const MILVUS_EDGES: readonly Edge[] = (Object.keys(CALLERS) as Listener[]).map((listener) => ({
  from: [rolePods(CALLERS[listener])],
  to: [rolePods(ROLES.filter((role) => everListens(role, listener)))],
  ports: tcp(listener === "proxy" ? MILVUS_INTERNAL : LISTENER_PORTS[listener]),
}));

function everListens(role: RoleName, listener: Listener): boolean {
  return Object.values(RELEASES).some((release) => listeners(release, role).includes(listener));
}

export function rolePods([first, ...others]: readonly RoleName[]): Party {
  if (first === undefined) throw new Error("An edge has no role at its end.");
  return podsOf(milvusIdentity(first), ...others.map(milvusIdentity));
}
