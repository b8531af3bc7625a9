import * as z from "zod";
import { form } from "../form.ts";

const value = z.string().min(1).max(4096);

/**
 * Changes of what an environment was recorded with. Each names one fact and both of its values, so that it covers nothing else and
 * is of no use once it was applied.
 */
export const acknowledge = z
  .array(
    z.strictObject({
      change: z
        .string()
        .max(300)
        .regex(
          /^[A-Za-z][A-Za-z0-9]*(?:\.[A-Za-z0-9_-]+)*$/,
          form("E_NAME", "Use a name of overlays/<environment>/identity.yaml: etcd.claims.data.size."),
        )
        .describe("What changes, by its name in identity.yaml."),
      from: value.describe("What identity.yaml says of it."),
      to: value.describe("What it becomes."),
      reason: z.string().min(10).max(500).describe("Why, and which procedure was followed; people who review read it."),
    }),
  )
  .max(50);
