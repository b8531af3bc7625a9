import type { Settings } from "../../config/schema/settings.ts";
import type { Role } from "../environment.ts";

type Roles = NonNullable<NonNullable<Settings["milvus"]>["roles"]>;

/** What a role, or a resource group of it, may be told; of those that may be told less the rest is never there. */
export type RoleSettings = NonNullable<Roles["queryNode"]>;

/** What the merged settings say of those pods themselves, without what a group has from its role. */
export function settingsOf({ name, group }: Pick<Role, "name" | "group">, { milvus }: Settings): RoleSettings {
  const own: RoleSettings = milvus?.roles?.[name] ?? {};
  return group === undefined ? own : (own.resourceGroups?.[group] ?? {});
}
