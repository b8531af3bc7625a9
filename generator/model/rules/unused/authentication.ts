import type { Settings } from "../../../config/schema/settings.ts";
import type { Environment } from "../../environment.ts";
import { othersThan, type UnusedField, unusedIf } from "./unused-field.ts";

/** What users may do, where nobody is asked who they are. */
export function unusedInAuthentication({ authentication }: Environment, { authentication: said }: Settings): UnusedField[] {
  const fields = othersThan(["enabled"], "authentication.milvus", said?.milvus);
  return unusedIf(!authentication.milvus.enabled, "authentication.milvus.enabled is false", fields);
}
