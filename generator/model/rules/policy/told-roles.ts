import type { Milvus, Role } from "../../environment.ts";

/** Each role once: what Milvus is told, its nodes in resource groups are told as well. */
export function toldRoles({ roles }: Pick<Milvus, "roles">): Role[] {
  return roles.filter(({ group }) => group === undefined);
}
