import type { Settings } from "../../../config/schema/settings.ts";
import type { Environment } from "../../environment.ts";
import { type UnusedField, unusedIf } from "./unused-field.ts";

const SCALABLE = ["proxy", "queryNode", "dataNode", "indexNode"] as const;

/** The number of pods where an autoscaler is told another as the fewest. */
export function unusedInAutoscaling({ milvus }: Environment, settings: Settings): UnusedField[] {
  const scaled = new Set(milvus.roles.filter(({ autoscaling }) => autoscaling !== undefined).map(({ name }) => name));
  return SCALABLE.filter((role) => scaled.has(role)).flatMap((role) =>
    unusedIf(
      settings.milvus?.roles?.[role]?.autoscaling?.minReplicas !== undefined,
      `milvus.roles.${role}.autoscaling.minReplicas says how many pods run at least`,
      [`milvus.roles.${role}.replicas`],
    ),
  );
}
