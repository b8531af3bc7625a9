import type { Release } from "./release.ts";
import { UNTIL_2_5 } from "./until-2-5.ts";

/** The last family with index nodes and separate coordinators; the way to 2.6 leads through mixed coordinators of 2.5.16. */
export const RELEASE_2_5: Release = {
  ...UNTIL_2_5,
  family: "2.5",
  newest: "2.5.27",
  objectStorageProviders: ["aws", "gcp", "gcpnative", "azure", "aliyun", "tencent", "s3"],
  configFile: "user.yaml",
  shippedConfig: {},
  rootPassword: "file",
  kafkaSslSince: "2.5.0",
  pulsarMaxMessageSize: 2_097_152,
};
