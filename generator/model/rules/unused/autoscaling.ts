import type { Settings } from "../../../config/schema/settings.ts";
import type { Environment, Role } from "../../environment.ts";
import { roleField } from "../../role-field.ts";
import { settingsOf } from "../role-settings.ts";
import { type UnusedField, unusedIf } from "./unused-field.ts";

/** The number of pods where an autoscaler is told another as the fewest, and questions that nobody asks. */
export function unusedInAutoscaling({ milvus }: Environment, settings: Settings): UnusedField[] {
  return milvus.roles.filter(({ autoscaling }) => autoscaling !== undefined).flatMap((role) => inRole(role, settings));
}

function inRole(role: Role, settings: Settings): UnusedField[] {
  const { minReplicas } = settingsOf(role, settings).autoscaling ?? {};
  const by = role.autoscaling?.by;
  const path = `${roleField(role)}.autoscaling`;
  return [
    ...unusedIf(minReplicas !== undefined, `${path}.minReplicas says how many pods run at least`, [
      `${roleField(role)}.replicas`,
    ]),
    ...unusedIf(by !== "keda", `${path}.by is ${by}`, [`${path}.prometheus`]),
  ];
}
