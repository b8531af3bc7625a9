import type { Role } from "./environment.ts";

/** Where the settings of a role stand, `milvus.roles.queryNode`, or of its nodes in a group, `milvus.roles.queryNode.resourceGroups.reports`. */
export function roleField({ name, group }: Pick<Role, "name" | "group">): string {
  const own = `milvus.roles.${name}`;
  return group === undefined ? own : `${own}.resourceGroups.${group}`;
}
