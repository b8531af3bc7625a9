import type { Settings } from "../../../config/schema/settings.ts";
import { error, type Problem } from "../problem.ts";

const SCALABLE = ["proxy", "queryNode", "dataNode", "indexNode"] as const;

/** What an autoscaler that is switched on must be told. */
export function autoscaling({ milvus }: Settings): Problem[] {
  return SCALABLE.flatMap((role) => {
    const { enabled, maxReplicas, cpu, memory } = milvus?.roles?.[role]?.autoscaling ?? {};
    if (enabled !== true) return [];
    const path = `milvus.roles.${role}.autoscaling`;
    return [
      ...(maxReplicas === undefined ? [error(`${path}.maxReplicas`, "E_SHAPE", NO_LIMIT)] : []),
      ...(cpu === undefined && memory === undefined ? [error(`${path}.cpu`, "E_SHAPE", NO_TARGET)] : []),
    ];
  });
}

const NO_LIMIT = {
  message: "The field is missing.",
  reason: "An autoscaler without a limit can take every node of the cluster.",
  remedy: "Add it: 8.",
};

const NO_TARGET = {
  message: "Neither cpu nor memory is there.",
  reason: "An autoscaler needs a use that it keeps the pods at.",
  remedy: "Add one of them, in percent of what the pods request: 70.",
};
