import { describe } from "vitest";
import { itUsesEtcdSettings } from "./proofs/etcd-settings.ts";
import { itServesInside } from "./proofs/inside.ts";
import { itUsesMilvusSettings } from "./proofs/milvus-settings.ts";
import { itUsesMinioSettings } from "./proofs/minio-settings.ts";
import { itServesOutside } from "./proofs/outside.ts";
import { itUsesPulsarSettings } from "./proofs/pulsar-settings.ts";
import { itStarts, itStaysWell } from "./proofs/running.ts";
import { useEnvironment } from "./support/environment.ts";

describe("the article's environment", () => {
  const environment = useEnvironment("article", "at once");

  itStarts(environment);
  itServesOutside(environment);
  itServesInside(environment);
  itUsesEtcdSettings(environment);
  itUsesMinioSettings(environment);
  itUsesPulsarSettings(environment);
  itUsesMilvusSettings(environment);
  itStaysWell(environment);
});
