import * as z from "zod";
import { form } from "../form.ts";
import { gpu } from "./gpu.ts";
import { image } from "./image.ts";
import { prometheusTrigger } from "./prometheus-trigger.ts";
import { PROMOTES } from "./promotes.ts";
import { resourceGroups } from "./resource-groups.ts";
import { objectName, quantity } from "./text.ts";
import { workload } from "./workload.ts";

/** Milvus reads any key of its file from a variable, so a value is a text here. */
const roleConfig = z.record(
  z
    .string()
    .regex(
      /^[a-zA-Z][A-Za-z0-9]*(?:\.[a-zA-Z][A-Za-z0-9]*)+$/,
      form("E_NAME", "Use a key of milvus.yaml with dots: queryNode.gracefulStopTimeout."),
    ),
  z.string().max(4096),
);

const env = z.record(
  z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,127}$/, form("E_NAME", "Use letters, digits and _, not beginning with a digit.")),
  z.string().max(4096),
);

const role = z
  .strictObject({
    ...workload,
    env: env.describe("Extra environment variables.").register(PROMOTES),
    config: roleConfig
      .describe("Keys of milvus.yaml for this role alone, written with dots; they override milvus.config.")
      .register(PROMOTES),
    localStorage: quantity.describe("Size of the scratch disk of each pod, for indexes and memory-mapped files."),
  })
  .partial();

/** A role whose pods an autoscaler may count. The others are members of something, or hold the log. */
const scalableRole = role.extend({
  autoscaling: z
    .strictObject({
      enabled: z.boolean(),
      by: z
        .enum(["hpa", "keda"])
        .describe(
          "hpa: a HorizontalPodAutoscaler. keda: a ScaledObject, where the cluster has KEDA, which can ask Prometheus too.",
        ),
      minReplicas: z.int().min(1).max(1000).describe("The fewest pods. Without it: replicas."),
      maxReplicas: z.int().min(1).max(1000).describe("The most pods."),
      cpu: z.int().min(1).max(500).describe("Percent of the requested CPU that the pods shall use."),
      memory: z.int().min(1).max(500).describe("Percent of the requested memory that the pods shall use."),
      prometheus: z.array(prometheusTrigger).min(1).max(16).describe("keda: questions to Prometheus that count as well."),
    })
    .partial()
    .optional()
    .describe("An autoscaler counts the pods; it needs the cluster's metrics server."),
});

/** A role that keeps indexes and memory-mapped files on its disk. */
const scratchVolume = {
  localStorageClass: objectName
    .optional()
    .describe(
      "Storage class of a volume for localStorage, made with each pod and gone with it. Without one it is the node's disk.",
    ),
};

/** A role whose pods may have GPUs; which of them use any depends on the family. */
const gpuRole = scalableRole.extend({ ...scratchVolume, gpu: gpu.optional() });

const streamingRole = role.extend(scratchVolume);

/** What Milvus itself is told is one for a whole role; only where its pods run, how many, and how large may differ. */
const ONE_FOR_ALL = { env: true, config: true } as const;

export const version = z.string().regex(/^\d+\.\d+\.\d+$/, form("E_VERSION", 'Use three numbers in quotes: "2.6.20".'));

/** Milvus itself. */
export const milvus = z
  .strictObject({
    version: version.describe("Version of Milvus, without v.").register(PROMOTES),
    family: z
      .enum(["2.3", "2.4", "2.5", "2.6"])
      .describe("For a version that is not known here: the family to treat it as.")
      .register(PROMOTES),
    image: image
      .extend({
        gpu: image.describe("Runs instead as soon as a role has GPUs. The tag ends in -gpu unless it is given.").optional(),
      })
      .describe("The tag is v and the version unless it is given."),
    coordinators: z
      .enum(["mixed", "dedicated"])
      .describe("One mixcoord, or rootcoord, datacoord and querycoord apart (up to 2.5).")
      .register(PROMOTES),
    roles: z
      .strictObject({
        proxy: scalableRole,
        rootCoord: role,
        dataCoord: role,
        queryCoord: role,
        mixCoord: role,
        streamingNode: streamingRole.extend({ resourceGroups: resourceGroups(streamingRole.omit(ONE_FOR_ALL)) }),
        queryNode: gpuRole.extend({ resourceGroups: resourceGroups(gpuRole.omit(ONE_FOR_ALL)) }),
        dataNode: gpuRole,
        indexNode: gpuRole,
      })
      .partial(),
    config: z
      .record(z.string().regex(/^[a-zA-Z][A-Za-z0-9]*$/, form("E_NAME", "Use a section of milvus.yaml: queryNode.")), z.json())
      .describe("Merged over the generated milvus.yaml or user.yaml.")
      .register(PROMOTES),
    readOnlyRootFilesystem: z.boolean().describe("Containers write only to their scratch volumes."),
  })
  .partial();
