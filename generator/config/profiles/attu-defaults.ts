import type { Settings } from "../schema/settings.ts";
import { ANYWHERE } from "./anywhere.ts";
import { between } from "./between.ts";

/** Off in every profile: it is for people, and whoever reaches it reaches Milvus. */
export const ATTU_DEFAULTS: NonNullable<Settings["attu"]> = {
  ...ANYWHERE,
  enabled: false,
  image: { repository: "zilliz/attu" },
  // It takes some 90 MB, and up to 256 MB more for a file that somebody imports.
  resources: between({ cpu: ["50m", "500m"], memory: ["128Mi", "512Mi"], disk: ["128Mi", "512Mi"] }),
  exposure: { type: "ClusterIP", controller: "nginx", annotations: {} },
};
