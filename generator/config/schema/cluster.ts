import * as z from "zod";
import { form } from "../form.ts";

/** A cluster as Argo CD knows it. */
export const cluster = z.union([
  z.strictObject({
    name: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,252}$/, form("E_NAME", "Use the name that Argo CD has for the cluster.")),
  }),
  z.strictObject({ server: z.url({ protocol: /^https$/ }).describe("Address of the API server.") }),
]);
