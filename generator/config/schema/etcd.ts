import * as z from "zod";
import { form } from "../form.ts";
import { image } from "./image.ts";
import { PROMOTES } from "./promotes.ts";
import { hostAndPort } from "./text.ts";
import { volume, workload } from "./workload.ts";

const KEY_PATH = /^[A-Za-z0-9][A-Za-z0-9._-]*(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;

export const rootPath = z
  .string()
  .max(200)
  .regex(KEY_PATH, form("E_PATH", "Use names separated by /, without a / at the ends."));

/** Where Milvus keeps its metadata. */
export const etcd = z
  .strictObject({
    mode: z
      .enum(["internal", "external"])
      .describe("internal runs members in the environment; external uses a cluster that exists."),
    rootPath: rootPath.describe("Prefix of Milvus' keys. Changing it on a live system loses sight of every collection."),
    endpoints: z.array(hostAndPort).min(1).max(9).describe("external: host:port of each member."),
    ...workload,
    replicas: z.int().describe("Members: 1 for development, 3 or 5 for a quorum."),
    image,
    storage: volume,
    quotaBackendBytes: z
      .int()
      .min(67_108_864)
      .max(8_589_934_592)
      .describe("Bytes at which etcd stops writing; at most 8 GiB, and below the memory limit."),
    autoCompaction: z
      .strictObject({
        mode: z.enum(["revision", "periodic"]).register(PROMOTES),
        retention: z
          .string()
          .regex(/^[1-9]\d*[smh]?$/, form("E_RANGE", 'Use revisions ("1000") or a duration ("1h").'))
          .register(PROMOTES),
      })
      .partial()
      .describe("How much history is kept."),
    heartbeatInterval: z.int().min(50).max(10_000).describe("Milliseconds between heartbeats of the leader."),
    electionTimeout: z.int().min(250).max(50_000).describe("Milliseconds without a heartbeat after which members elect."),
    snapshotCount: z.int().min(1000).max(1_000_000).describe("Writes between two snapshots to disk.").register(PROMOTES),
  })
  .partial();
