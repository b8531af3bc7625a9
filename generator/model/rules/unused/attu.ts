import type { Settings } from "../../../config/schema/settings.ts";
import type { Environment } from "../../environment.ts";
import { othersThan, type UnusedField, unusedIf } from "./unused-field.ts";

/** What a console would be like that the environment does not have, and of an Ingress where there is none. */
export function unusedInAttu({ attu }: Environment, settings: Settings): UnusedField[] {
  const { attu: said } = settings;
  if (attu === undefined) return unusedIf(true, "attu.enabled is false", othersThan(["enabled"], "attu", said));
  const fields = othersThan(["type"], "attu.exposure", said?.exposure);
  return unusedIf(attu.exposure.type === "ClusterIP", "attu.exposure.type is ClusterIP", fields);
}
