import type { Milvus, Role } from "../../environment.ts";
import { groupsSince } from "../../releases/groups-since.ts";
import { isAtLeast } from "../../releases/version.ts";
import { roleField } from "../../role-field.ts";
import { error, type Problem } from "../problem.ts";
import type { Rule } from "../rule.ts";

/** Nodes whose label an older Milvus does not read would join the default group, and take load there. */
export const resourceGroups: Rule = ({ environment: { milvus } }) => milvus.roles.flatMap((role) => inRole(milvus, role));

function inRole({ family, version }: Milvus, { name, group }: Role): Problem[] {
  const since = groupsSince(family, name);
  if (group === undefined || (since !== undefined && isAtLeast(version, since))) return [];
  return [
    error(roleField({ name, group }), "E_VERSION", {
      message: `Milvus ${version} cannot keep the pods of ${name} in a resource group by their label.`,
      reason: "They would join the default group.",
      remedy: since === undefined ? `Remove it: no patch of ${family} can.` : `Use ${since} or later, or remove it.`,
    }),
  ];
}
