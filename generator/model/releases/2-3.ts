import { SHIPPED_2_3 } from "./2-3-shipped.ts";
import type { Release } from "./release.ts";
import { UNTIL_2_5 } from "./until-2-5.ts";

/** The last family that reads `milvus.yaml` alone. */
export const RELEASE_2_3: Release = {
  ...UNTIL_2_5,
  family: "2.3",
  newest: "2.3.21",
  objectStorageProviders: ["aws", "gcp", "azure", "aliyun", "tencent", "s3"],
  configFile: "milvus.yaml",
  shippedConfig: SHIPPED_2_3,
  // A constant makes it, also in 2.3.21 (internal/rootcoord/root_coord.go), and early 2.3 has no REST v2 (milvus#30430).
  rootPassword: "fixed",
  kafkaSslSince: "2.3.11",
  pulsarMaxMessageSize: 5_242_880,
};
