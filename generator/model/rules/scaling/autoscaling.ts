import { roleField } from "../../role-field.ts";
import { error } from "../problem.ts";
import type { Rule } from "../rule.ts";

/** The API server refuses an autoscaler that may have fewer pods at most than at least. */
export const autoscaling: Rule = ({ environment: { milvus } }) =>
  milvus.roles.flatMap((role) => {
    const { replicas, autoscaling } = role;
    if (autoscaling === undefined || autoscaling.maxReplicas >= replicas) return [];
    return [
      error(`${roleField(role)}.autoscaling.maxReplicas`, "E_RANGE", {
        message: `${autoscaling.maxReplicas} is less than the ${replicas} that run at least.`,
        remedy: `Use ${replicas} or more, or lower minReplicas.`,
      }),
    ];
  });
