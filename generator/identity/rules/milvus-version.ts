import { isAtLeast } from "../../model/releases/version.ts";
import { procedure, type Rule } from "../rule.ts";

/** The order of patches inside a family; families have a rule of their own. */
export const milvusVersion: Rule = ({ from, to, before, after }) => {
  if (to === undefined || before["milvus.family"] !== after["milvus.family"] || isAtLeast(to, from)) return undefined;
  return procedure(
    "milvus-upgrade",
    "An older patch may not read what a newer one wrote; it rolls back in the opposite order, and only for a short time.",
  );
};
