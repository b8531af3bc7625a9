import type { Settings } from "../../../config/schema/settings.ts";
import type { Problem } from "../problem.ts";
import { autoscaling } from "./autoscaling.ts";
import { milvusRelease } from "./milvus-release.ts";
import { requiredFields } from "./required-fields.ts";

/** What must be said before an environment can be computed. */
export function requirements(settings: Settings): Problem[] {
  return [...requiredFields(settings), ...milvusRelease(settings), ...autoscaling(settings)];
}
