import type { Settings } from "../../../config/schema/settings.ts";
import { error, type Problem } from "../problem.ts";

const SCALABLE = ["proxy", "queryNode", "dataNode", "indexNode"] as const;

type Roles = NonNullable<NonNullable<Settings["milvus"]>["roles"]>;
type AutoscalingSettings = NonNullable<NonNullable<Roles["queryNode"]>["autoscaling"]>;

/** What an autoscaler that is switched on must be told. */
export function autoscaling({ milvus }: Settings): Problem[] {
  return SCALABLE.flatMap((role) => {
    const settings = milvus?.roles?.[role]?.autoscaling;
    return settings?.enabled === true ? inRole(`milvus.roles.${role}.autoscaling`, settings) : [];
  });
}

function inRole(path: string, { by, maxReplicas, cpu, memory, prometheus }: AutoscalingSettings): Problem[] {
  const targets = [cpu, memory, by === "keda" ? prometheus : undefined];
  return [
    ...(maxReplicas === undefined ? [error(`${path}.maxReplicas`, "E_SHAPE", NO_LIMIT)] : []),
    ...(targets.every((target) => target === undefined) ? [error(`${path}.cpu`, "E_SHAPE", NO_TARGET)] : []),
  ];
}

const NO_LIMIT = {
  message: "The field is missing.",
  reason: "An autoscaler without a limit can take every node of the cluster.",
  remedy: "Add it: 8.",
};

const NO_TARGET = {
  message: "Neither cpu nor memory is there.",
  reason: "An autoscaler needs a use that it keeps the pods at.",
  remedy: "Add one of them, in percent of what the pods request: 70. With by: keda, prometheus is enough.",
};
