import * as z from "zod";
import { form } from "../form.ts";
import { argocd } from "./argocd.ts";
import { attu } from "./attu.ts";
import { authentication } from "./authentication.ts";
import { backup } from "./backup.ts";
import { etcd } from "./etcd.ts";
import { exposure } from "./exposure.ts";
import { gates } from "./gates.ts";
import { messageQueue } from "./message-queue.ts";
import { milvus } from "./milvus.ts";
import { monitoring } from "./monitoring.ts";
import { network } from "./network.ts";
import { objectStorage } from "./object-storage.ts";
import { quota } from "./quota.ts";
import { secrets } from "./secrets.ts";
import { labels, objectName } from "./text.ts";
import { tls } from "./tls.ts";

const spread = z.enum(["required", "preferred", "none"]);
export const owner = z
  .string()
  .regex(/^@[A-Za-z0-9][A-Za-z0-9-]*(?:\/[A-Za-z0-9._-]+)?$/, form("E_NAME", "Use a GitHub user or team: @acme/platform."));

export const owners = z.array(owner).max(32);

/** What a profile and an environment may both say; an environment's word goes before its profile's. */
export const settings = {
  labels: labels.describe("Labels of every object, not of pods."),
  owners: owners.describe("GitHub users and teams who review changes, in CODEOWNERS."),
  gates: gates.describe("What a promotion into the environment waits for."),
  argocd,
  placement: z
    .strictObject({
      hosts: spread,
      zones: spread,
      priorityClassName: objectName.describe("A PriorityClass of the cluster, for every workload that names none itself."),
    })
    .partial()
    .describe("How the pods of one role keep apart, by host and by zone, and who goes first where a node is full."),
  imagePullSecrets: z.array(objectName).max(16).describe("Secrets with credentials of the registry."),
  imagePullPolicy: z.enum(["IfNotPresent", "Always"]),
  secrets,
  authentication,
  etcd,
  objectStorage,
  messageQueue,
  milvus,
  exposure,
  monitoring,
  network,
  quota,
  tls,
  backup,
  attu,
} as const;

export const Settings = z.strictObject(settings).partial();
export type Settings = z.infer<typeof Settings>;
