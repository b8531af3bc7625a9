import * as z from "zod";
import { resources } from "./workload.ts";

/** How much of the cluster the namespace may take. */
export const quota = z
  .strictObject({
    enabled: z.boolean().describe("A ResourceQuota over what the environment can need, and a LimitRange."),
    headroom: z.int().min(0).max(1000).describe("Percent that is added for what custom/ and people run beside it."),
    containers: resources.describe("Requests and limits of containers that say nothing themselves."),
  })
  .partial()
  .describe("Limits of the namespace as a whole.");
