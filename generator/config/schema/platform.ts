import * as z from "zod";
import { form } from "../form.ts";
import { problem } from "../problem.ts";
import { addons } from "./addons.ts";
import { API_VERSION } from "./environment.ts";
import { notifications, pullRequests } from "./pull-requests.ts";
import { owners, settings } from "./settings.ts";
import { dnsLabel } from "./text.ts";

const OLD_ARGOCD = {
  message: "Argo CD before 3.0 is not supported.",
  reason: "It gets no security fixes, and tracks objects by a label that two Applications can share.",
  remedy: 'Upgrade Argo CD, then name its version: "3.0" or later.',
};

const registry = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.-]*(?::\d{1,5})?$/, form("E_IMAGE", "Use the host of a registry: quay.io."));
const prefix = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9.-]*(?::\d{1,5})?(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*$/,
    form("E_IMAGE", "Use a registry and a path: registry.example.com/mirror."),
  );

const profile = z.strictObject({
  extends: dnsLabel.describe("The profile that fills in what this one does not say: development, production or one of yours."),
  ...z.strictObject(settings).partial().shape,
});

/** `gitops.yaml` */
export const PlatformFile = z.strictObject({
  apiVersion: z.literal(API_VERSION),
  kind: z.literal("Platform"),
  repository: z.strictObject({
    url: z
      .string()
      .regex(
        /^(?:https:\/\/[a-z0-9.-]+(?::\d{1,5})?\/[\w.~/-]+|git@[a-z0-9.-]+:[\w.~/-]+|ssh:\/\/git@[a-z0-9.-]+(?::\d{1,5})?\/[\w.~/-]+)$/,
        form("E_URL", "Use https://host/path or git@host:path, without a user name or a password."),
      )
      .describe("This repository, as Argo CD fetches it."),
    branch: z
      .string()
      .max(200)
      .regex(
        /^(?!.*(?:\.\.|\/\/|@\{|\.lock$))[A-Za-z0-9][\w./-]*[\w-]$|^[A-Za-z0-9]$/,
        form("E_NAME", "Use the name of a branch."),
      )
      .describe("The branch that Argo CD follows."),
  }),
  argocd: z.strictObject({
    namespace: dnsLabel.describe("Where Argo CD runs."),
    version: z
      .string()
      .regex(/^\d+\.\d+$/, form("E_VERSION", 'Use major and minor version in quotes: "3.5".'))
      .check((context) => {
        if (/^[0-2]\./.test(context.value)) context.issues.push(problem("E_VERSION", OLD_ARGOCD));
      })
      .describe("Version of Argo CD, which decides about fields that older ones do not have."),
  }),
  images: z
    .strictObject({
      allowedRegistries: z.array(registry).max(64).describe("Images from any other registry are refused."),
      mirrors: z
        .record(registry, prefix)
        .describe("What stands in for a registry: docker.io: registry.example.com/docker-hub."),
    })
    .partial()
    .optional(),
  promotion: z.array(dnsLabel).max(64).optional().describe("Environments, in the order in which a change travels."),
  owners: owners.optional().describe("GitHub users and teams who review what belongs to no environment, in CODEOWNERS."),
  pullRequests: pullRequests.optional().describe("How the pull requests look that this repository's commands open."),
  notifications: notifications.optional().describe("What is told outside the cluster."),
  addons: addons.optional(),
  profiles: z.record(dnsLabel, profile).optional().describe("Named sets of settings."),
});
export type PlatformFile = z.infer<typeof PlatformFile>;
