import type { Settings } from "../../../config/schema/settings.ts";
import type { Environment } from "../../environment.ts";
import { othersThan, type UnusedField, unusedIf } from "./unused-field.ts";

/** What monitors would be like, where there are none. */
export function unusedInMonitoring({ monitoring }: Environment, settings: Settings): UnusedField[] {
  const fields = othersThan(["enabled"], "monitoring", settings.monitoring);
  return unusedIf(!monitoring.enabled, "monitoring.enabled is false", fields);
}
