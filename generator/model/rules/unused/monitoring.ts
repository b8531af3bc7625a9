import type { Settings } from "../../../config/schema/settings.ts";
import type { Environment } from "../../environment.ts";
import { othersThan, type UnusedField, unusedIf } from "./unused-field.ts";

/** What monitors would be like, where there are none. */
export function unusedInMonitoring({ monitoring }: Environment, settings: Settings): UnusedField[] {
  const { monitoring: said } = settings;
  if (!monitoring.enabled) {
    return unusedIf(true, "monitoring.enabled is false", othersThan(["enabled"], "monitoring", said));
  }
  return (["rules", "dashboards"] as const).flatMap((part) => {
    const fields = othersThan(["enabled"], `monitoring.${part}`, said?.[part]);
    return unusedIf(!monitoring[part].enabled, `monitoring.${part}.enabled is false`, fields);
  });
}
