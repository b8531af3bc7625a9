import * as z from "zod";
import { form } from "../form.ts";
import { rootPath } from "./etcd.ts";
import { image } from "./image.ts";
import { bucket, region } from "./object-storage.ts";
import { schedule, timeZone } from "./schedule.ts";
import { duration, hostName, port } from "./text.ts";
import { workload } from "./workload.ts";

const { replicas: _, ...pods } = workload;

const job = {
  enabled: z.boolean().describe("Whether it is made."),
  schedule: schedule.describe('When, in five fields of cron: "7 * * * *" is each hour.'),
  retention: z
    .strictObject({
      days: z.int().min(1).max(3650).describe("Older ones are removed, each time when a new one has been made."),
      atLeast: z.int().min(1).max(1000).describe("As many of the newest stay, however old they are."),
    })
    .partial()
    .describe("How long they stay."),
  ...pods,
} as const;

const collection = z
  .string()
  .max(512)
  .regex(
    /^[A-Za-z_]\w*(?:\.(?:[A-Za-z_]\w*|\*))?$/,
    form("E_NAME", "Use collection, database.collection, or database.* for all of a database."),
  );

/** What is saved of the environment, when, and where to. */
export const backup = z
  .strictObject({
    timeZone: timeZone.describe("Time zone of the schedules: Europe/Berlin."),
    destination: z
      .strictObject({
        address: hostName.describe(
          "Host of a second place that speaks S3, with credentials of its own. Without it backups lie in the environment's own object storage, and are lost with it.",
        ),
        port,
        useSSL: z.boolean(),
        region,
        bucket: bucket.describe("Without one, and without an address, that of objectStorage."),
        rootPath: rootPath.describe("Folder in the bucket: backup/<environment> unless it is given."),
      })
      .partial()
      .describe("Where backups lie."),
    image: image.describe("Has a shell and mc, to bring snapshots of etcd away. Without one it is MinIO's, which has both."),
    etcd: z.strictObject(job).partial().describe("Snapshots of etcd: Milvus' metadata."),
    milvus: z
      .strictObject({
        ...job,
        image,
        collections: z
          .array(collection)
          .max(1000)
          .describe("What is saved: names, database.name, or database.*. Without any: everything."),
        deadline: duration.describe("How long it may take before it is stopped and counts as failed."),
      })
      .partial()
      .describe("Collections with their data, by milvus-backup."),
    velero: z
      .strictObject({
        enabled: z.boolean().describe("Annotate pods: etcd writes a snapshot into its volume first, and scratch is left out."),
      })
      .partial()
      .describe("For a Velero that saves the namespace: docs/velero.md."),
  })
  .partial()
  .describe("Backups: docs/backup.md.");
