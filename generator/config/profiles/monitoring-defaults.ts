import type { Settings } from "../schema/settings.ts";

/** Off in every profile: an object of a kind that a cluster does not have fails the whole sync. */
export const MONITORING_DEFAULTS: NonNullable<Settings["monitoring"]> = {
  enabled: false,
  // As in the Helm chart of Milvus.
  interval: "30s",
  labels: {},
  rules: { enabled: true, labels: {} },
};
