import * as z from "zod";
import { form } from "../form.ts";
import { rootPath } from "./etcd.ts";
import { image } from "./image.ts";
import { annotations, hostName, port } from "./text.ts";
import { volume, workload } from "./workload.ts";

export const bucket = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
    form("E_NAME", "Use 3 to 63 of a-z, 0-9, - and ., beginning and ending with a letter or digit."),
  );

export const region = z.string().regex(/^[a-z0-9-]{1,63}$/, form("E_RANGE", "Use a region's name: eu-central-1."));

const minio = z
  .strictObject({
    mode: z
      .enum(["standalone", "distributed"])
      .describe("standalone: one server, one drive. distributed: four drives or more, erasure coded."),
    ...workload,
    replicas: z.int().min(1).max(64).describe("Servers. Fixed at the first start."),
    drivesPerServer: z.int().min(1).max(32).describe("Volumes of each server. Fixed at the first start."),
    image,
    storage: volume,
    parity: z.int().min(0).max(8).describe("Drives of an erasure set that may be lost. Without it MinIO's own default."),
  })
  .partial();

const external = z
  .strictObject({
    provider: z
      .enum(["aws", "gcp", "gcpnative", "azure", "aliyun", "tencent", "s3"])
      .describe("Whose storage it is; s3 is any compatible one."),
    address: hostName.describe("Host of the endpoint, without scheme and port."),
    port,
    useSSL: z.boolean(),
    region,
    auth: z.enum(["keys", "iam"]).describe("keys reads a Secret; iam takes the identity of the ServiceAccount."),
    iamEndpoint: z
      .url({ protocol: /^https?$/ })
      .describe("Endpoint of the provider's token service, where it is not the usual one."),
    useVirtualHost: z.boolean().describe("bucket.host instead of host/bucket."),
    serviceAccountAnnotations: annotations.describe("On Milvus' ServiceAccount, for iam: eks.amazonaws.com/role-arn."),
  })
  .partial();

/** Where Milvus keeps segments and indexes. */
export const objectStorage = z
  .strictObject({
    type: z.enum(["minio", "external"]).describe("minio runs servers in the environment; external uses a bucket that exists."),
    bucket: bucket.describe("Changing it on a live system loses sight of all data."),
    rootPath: rootPath.describe("Folder in the bucket. Changing it on a live system loses sight of all data."),
    minio,
    external,
  })
  .partial();
