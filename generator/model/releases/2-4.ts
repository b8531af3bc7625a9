import type { Release } from "./release.ts";
import { UNTIL_2_5 } from "./until-2-5.ts";

/** The first family that reads `user.yaml` over the image's `milvus.yaml`. */
export const RELEASE_2_4: Release = {
  ...UNTIL_2_5,
  family: "2.4",
  newest: "2.4.17",
  objectStorageProviders: ["aws", "gcp", "azure", "aliyun", "tencent", "s3"],
  configFile: "user.yaml",
  shippedConfig: {},
  rootPassword: "file",
  kafkaSslSince: "2.4.0",
  pulsarMaxMessageSize: 2_097_152,
};
