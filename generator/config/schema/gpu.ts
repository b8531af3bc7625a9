import * as z from "zod";
import { form } from "../form.ts";
import { objectName } from "./text.ts";

/** GPUs of each pod of a role that builds or searches indexes on them. */
export const gpu = z
  .strictObject({
    count: z.int().min(0).max(64).describe("GPUs of each pod, whole ones; 0 is none."),
    resource: z
      .string()
      .regex(
        /^nvidia\.com\/[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/,
        form("E_NAME", "Use a resource of NVIDIA's device plugin: nvidia.com/gpu, nvidia.com/mig-3g.20gb."),
      )
      .describe("What the nodes offer them as; nvidia.com/gpu unless they are shared or cut into parts."),
    runtimeClassName: objectName.describe("A RuntimeClass of the cluster, where its default runtime passes no GPUs on."),
    rollOut: z
      .enum(["surge", "replace"])
      .describe("surge starts a new pod first, which takes free GPUs; replace stops an old one first."),
  })
  .partial()
  .describe("GPUs; all roles then run the image's build for them.");
