import type { Settings } from "../../../config/schema/settings.ts";
import type { Environment } from "../../environment.ts";
import { roleField } from "../../role-field.ts";
import { settingsOf } from "../role-settings.ts";
import { othersThan, type UnusedField, unusedIf } from "./unused-field.ts";

/** How GPUs would be taken, where a role and all of its resource groups, or a group alone, have none. */
export function unusedInGpu({ milvus }: Environment, settings: Settings): UnusedField[] {
  const having = new Set(milvus.roles.filter(({ gpu }) => gpu !== undefined).map(({ name }) => name));
  const without = milvus.roles.filter(({ name, group, gpu }) => (group === undefined ? !having.has(name) : gpu === undefined));
  return without.flatMap((role) => {
    const field = `${roleField(role)}.gpu`;
    return unusedIf(true, `${field}.count is 0`, othersThan(["count"], field, settingsOf(role, settings).gpu));
  });
}
