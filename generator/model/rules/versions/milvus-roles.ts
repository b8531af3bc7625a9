import type { RoleName } from "../../environment.ts";
import { RELEASES } from "../../releases/index.ts";
import { error, type Problem } from "../problem.ts";
import type { Rule, RuleContext } from "../rule.ts";

/** Settings of a role that the family does not have in any topology, in the environment's own file. */
export const milvusRoles: Rule = (context) => {
  const { roles = {} } = context.config.file.milvus ?? {};
  return (Object.keys(roles) as RoleName[]).flatMap((role) => unknownRole(context, role));
};

function unknownRole({ environment: { milvus } }: RuleContext, role: RoleName): Problem[] {
  const { rollOut } = RELEASES[milvus.family];
  const existing = [...new Set([...rollOut.mixed, ...rollOut.dedicated])];
  if (existing.includes(role)) return [];
  return [
    error(`milvus.roles.${role}`, "E_VERSION", {
      message: `Milvus ${milvus.family} has no ${role}.`,
      remedy: `Remove it. The roles of ${milvus.family} are ${existing.join(", ")}.`,
    }),
  ];
}
