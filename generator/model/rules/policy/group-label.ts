import { error } from "../problem.ts";
import type { Rule } from "../rule.ts";
import { toldRoles } from "./told-roles.ts";

/** With the name of a role in it the label is that role's alone, and goes before the other (milvus `internal/util/sessionutil/labels.go`). */
const LABEL = /^MILVUS_SERVER_LABEL_(?:[A-Z]+_)?RESOURCE_GROUP$/i;

/** Nodes of a role have one group or another, and not by two fields. */
export const groupLabel: Rule = ({ environment: { milvus } }) => {
  const having = new Set(milvus.roles.filter(({ group }) => group !== undefined).map(({ name }) => name));
  return toldRoles(milvus)
    .filter(({ name }) => having.has(name))
    .flatMap(({ name, env }) =>
      Object.keys(env)
        .filter((variable) => LABEL.test(variable))
        .map((variable) =>
          error(["milvus", "roles", name, "env", variable], "E_POLICY", {
            message: `The generator names the groups of its nodes, from milvus.roles.${name}.resourceGroups.`,
            reason: "Nodes of all groups would join one.",
            remedy: "Remove it, or remove the groups.",
          }),
        ),
    );
};
