import { error } from "../problem.ts";
import { parseQuantity } from "../quantity.ts";
import type { Rule } from "../rule.ts";

/** A scratch volume counts as ephemeral storage: the node evicts a pod that fills more than its limit. */
export const localStorage: Rule = ({ environment: { milvus } }) =>
  milvus.roles.flatMap(({ name, localStorage: size, resources }) => {
    const limit = resources.limits["ephemeral-storage"];
    if (limit === undefined || parseQuantity(size) < parseQuantity(limit)) return [];
    return [
      error(`milvus.roles.${name}.localStorage`, "E_STORAGE", {
        message: `A scratch disk of ${size} does not fit below an ephemeral-storage limit of ${limit}.`,
        reason: "The node evicts the pod before the disk is full; logs and temporary files need room beside it.",
        remedy: `Lower it, or raise milvus.roles.${name}.resources.limits.ephemeral-storage above it.`,
      }),
    ];
  });
