import * as z from "zod";
import { form } from "../form.ts";
import { checkName } from "./text.ts";

/** As a duration elsewhere, and none at all. Four digits keep it a number of seconds that a computer can count. */
const soak = z
  .string()
  .regex(
    /^(?:0s|(?:[1-9]\d{0,3}h)?(?:[1-9]\d{0,3}m)?(?:[1-9]\d{0,3}s)?)$/,
    form("E_RANGE", "Use a duration: 30m, 24h, 1h30m; 0s waits for nothing."),
  )
  .min(1);

/** What a promotion into the environment waits for. */
export const gates = z
  .strictObject({
    health: z
      .enum(["required", "none"])
      .describe("required: the environment that the change comes from is healthy in Argo CD, with this change."),
    soak: soak.describe("How long the change has run there before it may come here; 0s for no wait."),
    checks: z
      .array(checkName)
      .max(32)
      .describe("Checks that have passed on the commit that runs there, by their names on GitHub: smoke-test."),
  })
  .partial();
