import type { ResourceRequirements } from "./workload.ts";

/** What a Job takes that calls an API by a shell and curl. */
export const JOB_RESOURCES: ResourceRequirements = {
  requests: { cpu: "10m", memory: "64Mi", "ephemeral-storage": "16Mi" },
  limits: { cpu: "500m", memory: "256Mi", "ephemeral-storage": "64Mi" },
};
