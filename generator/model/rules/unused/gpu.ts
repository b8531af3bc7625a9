import type { Settings } from "../../../config/schema/settings.ts";
import type { Environment } from "../../environment.ts";
import { othersThan, type UnusedField, unusedIf } from "./unused-field.ts";

const ROLES = ["queryNode", "dataNode", "indexNode"] as const;

/** How GPUs would be taken, where a role has none. */
export function unusedInGpu({ milvus }: Environment, settings: Settings): UnusedField[] {
  const without = ROLES.filter((role) => milvus.roles.some(({ name, gpu }) => name === role && gpu === undefined));
  return without.flatMap((role) => {
    const field = `milvus.roles.${role}.gpu`;
    return unusedIf(true, `${field}.count is 0`, othersThan(["count"], field, settings.milvus?.roles?.[role]?.gpu));
  });
}
