import type { Settings } from "../../../config/schema/settings.ts";
import type { Environment } from "../../environment.ts";
import { othersThan, type UnusedField, unusedIf } from "./unused-field.ts";

/** What monitors would be like, where there are none. */
export function unusedInMonitoring({ monitoring }: Environment, settings: Settings): UnusedField[] {
  const { monitoring: said } = settings;
  if (!monitoring.enabled) {
    return unusedIf(true, "monitoring.enabled is false", othersThan(["enabled"], "monitoring", said));
  }
  const ofRules = othersThan(["enabled"], "monitoring.rules", said?.rules);
  return unusedIf(!monitoring.rules.enabled, "monitoring.rules.enabled is false", ofRules);
}
