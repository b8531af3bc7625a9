import type { Settings } from "../../../config/schema/settings.ts";
import type { Environment } from "../../environment.ts";
import { RELEASES } from "../../releases/index.ts";
import { type UnusedField, unusedIf } from "./unused-field.ts";

/** Roles that the family has in another topology. Those that it never has are refused by their version. */
export function unusedMilvusRoles({ milvus }: Environment, settings: Settings): UnusedField[] {
  const running = new Set<string>(milvus.roles.map(({ name }) => name));
  const { rollOut } = RELEASES[milvus.family];
  const existing = new Set<string>([...rollOut.mixed, ...rollOut.dedicated]);
  const idle = Object.keys(settings.milvus?.roles ?? {}).filter((role) => !running.has(role) && existing.has(role));
  const fields = idle.map((role) => `milvus.roles.${role}`);
  return unusedIf(true, `milvus.coordinators is ${milvus.coordinators}`, fields);
}
