import * as z from "zod";
import { objectName } from "./text.ts";

/** What signs certificates in cert-manager. */
export const issuer = z.strictObject({ kind: z.enum(["Issuer", "ClusterIssuer"]), name: objectName });
