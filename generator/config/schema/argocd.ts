import * as z from "zod";
import { schedule, timeZone } from "./schedule.ts";
import { annotations, duration } from "./text.ts";

const syncWindow = z.strictObject({
  kind: z.enum(["allow", "deny"]),
  schedule,
  duration,
  timeZone: timeZone.optional(),
  manualSync: z.boolean().optional().describe("Whether people may still sync by hand."),
});

/** How Argo CD syncs the environment. */
export const argocd = z
  .strictObject({
    sync: z.enum(["automated", "manual"]).describe("manual waits for a person to press Sync."),
    selfHeal: z.boolean().describe("Undo changes made by hand in the cluster."),
    prune: z.boolean().describe("Remove stateless objects that left Git. What holds data is never removed."),
    retries: z.int().min(0).max(100).describe("Tries after a failed sync."),
    syncWindows: z.array(syncWindow).max(32),
    annotations: annotations.describe("Extra annotations of the Application, for notifications."),
  })
  .partial();
