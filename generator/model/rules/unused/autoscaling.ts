import type { Settings } from "../../../config/schema/settings.ts";
import type { Environment } from "../../environment.ts";
import { type UnusedField, unusedIf } from "./unused-field.ts";

const SCALABLE = ["proxy", "queryNode", "dataNode", "indexNode"] as const;

/** The number of pods where an autoscaler is told another as the fewest, and questions that nobody asks. */
export function unusedInAutoscaling({ milvus }: Environment, settings: Settings): UnusedField[] {
  const scaled = new Set(milvus.roles.filter(({ autoscaling }) => autoscaling !== undefined).map(({ name }) => name));
  return SCALABLE.filter((role) => scaled.has(role)).flatMap((role) => inRole(role, settings));
}

function inRole(role: (typeof SCALABLE)[number], { milvus }: Settings): UnusedField[] {
  const { by, minReplicas } = milvus?.roles?.[role]?.autoscaling ?? {};
  const path = `milvus.roles.${role}.autoscaling`;
  return [
    ...unusedIf(minReplicas !== undefined, `${path}.minReplicas says how many pods run at least`, [
      `milvus.roles.${role}.replicas`,
    ]),
    ...unusedIf(by !== "keda", `${path}.by is ${by}`, [`${path}.prometheus`]),
  ];
}
