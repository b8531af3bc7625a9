import type { Family, RoleName } from "../environment.ts";

/** The variable that names the group of a node; milvus-helm and milvus-operator use it too. */
export const GROUP_LABEL = "MILVUS_SERVER_LABEL_RESOURCE_GROUP";

/** Milvus' own name of the group of nodes that are in no other (milvus `pkg/common/common.go`). */
export const DEFAULT_GROUP = "__default_resource_group";

/**
 * The first patch in which a label of its own decides about a node's resource group. Query nodes of 2.5, and of 2.6 before 2.6.8, have a
 * label by which a group that is made for it takes them (`node_filter`, milvus#36968); from 2.6.8 on one label names the group, and querycoord
 * makes it (milvus#46402). Streaming nodes serve the replicas of their group from 2.6.16 on (milvus#48632 is in it, and not in 2.6.14).
 */
const SINCE: Readonly<Record<Family, Partial<Record<RoleName, string>>>> = {
  "2.3": {},
  "2.4": {},
  "2.5": { queryNode: "2.5.0" },
  "2.6": { queryNode: "2.6.0", streamingNode: "2.6.16" },
};

/** From here on querycoord makes a group for the label, without a limit, in place of a person who makes it for a number of nodes. */
export const GROUPS_FOLLOW_SINCE = "2.6.8";

/** Undefined where no patch of the family does. */
export function groupsSince(family: Family, role: RoleName): string | undefined {
  return SINCE[family][role];
}
