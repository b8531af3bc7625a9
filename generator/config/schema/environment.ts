import * as z from "zod";
import { acknowledge } from "./acknowledge.ts";
import { cluster } from "./cluster.ts";
import { settings } from "./settings.ts";
import { suppressions } from "./suppressions.ts";
import { dnsLabel } from "./text.ts";

export const API_VERSION = "gitops.milvus.dev/v1alpha1";

/** `overlays/<environment>/environment.yaml` */
export const EnvironmentFile = z.strictObject({
  apiVersion: z.literal(API_VERSION),
  kind: z.literal("Environment"),
  profile: dnsLabel.describe("The profile of gitops.yaml, development or production, that fills in what is not said here."),
  namespace: dnsLabel.optional().describe("The namespace; milvus-<environment> unless it is given. It can never change."),
  cluster: cluster
    .optional()
    .describe("Where it runs: a cluster's name in Argo CD or its API server. Without it, Argo CD's own cluster."),
  suppressions: suppressions.optional().describe("Findings of `npm run validate` that are accepted, each for one object."),
  acknowledge: acknowledge
    .optional()
    .describe("Changes of what cannot simply change, each after the procedure of its runbook: docs/identity.md."),
  ...z.strictObject(settings).partial().shape,
});
export type EnvironmentFile = z.infer<typeof EnvironmentFile>;
