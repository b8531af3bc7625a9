import type { Milvus, Role } from "../../environment.ts";
import { GROUPS_FOLLOW_SINCE, groupsSince } from "../../releases/groups-since.ts";
import { isAtLeast } from "../../releases/version.ts";
import { roleField } from "../../role-field.ts";
import { error, type Problem, warning } from "../problem.ts";
import type { Rule } from "../rule.ts";

/** What a resource group asks for, the version must have. */
export const resourceGroups: Rule = ({ environment: { milvus } }) =>
  milvus.roles
    .filter(({ group }) => group !== undefined)
    .flatMap((role) => [...unlabelled(milvus, role), ...counted(milvus, role)]);

/** Nodes whose label Milvus does not read would join the default group, and take load there. */
function unlabelled({ family, version }: Milvus, { name, group }: Role): Problem[] {
  const since = groupsSince(family, name);
  if (since !== undefined && isAtLeast(version, since)) return [];
  return [
    error(roleField({ name, group }), "E_VERSION", {
      message: `Milvus ${version} cannot keep the pods of ${name} in a resource group by their label.`,
      reason: "They would join the default group.",
      remedy: since === undefined ? `Remove it: no patch of ${family} can.` : `Use ${since} or later, or remove it.`,
    }),
  ];
}

/** A group of an older Milvus is made by hand, for a number of nodes. */
function counted({ version }: Milvus, role: Role): Problem[] {
  if (role.autoscaling === undefined || isAtLeast(version, GROUPS_FOLLOW_SINCE)) return [];
  return [
    warning(`${roleField(role)}.autoscaling`, "E_VERSION", {
      message: `The group of Milvus ${version} does not grow with its pods.`,
      reason: `It asks for a number of nodes that a person says; from ${GROUPS_FOLLOW_SINCE} on it takes all that are labelled.`,
      remedy: `Use replicas, or Milvus ${GROUPS_FOLLOW_SINCE} or later.`,
    }),
  ];
}
