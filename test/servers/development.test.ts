import { describe } from "vitest";
import { itUsesEtcdSettings } from "./proofs/etcd-settings.ts";
import { itServesInside } from "./proofs/inside.ts";
import { itUsesMilvusSettings } from "./proofs/milvus-settings.ts";
import { itServesOutside } from "./proofs/outside.ts";
import { itStarts, itStaysWell } from "./proofs/running.ts";
import { useEnvironment } from "./support/environment.ts";

describe("a development environment", () => {
  const environment = useEnvironment("development", "at once");

  itStarts(environment);
  itServesOutside(environment);
  itServesInside(environment);
  itUsesEtcdSettings(environment);
  itUsesMilvusSettings(environment);
  itStaysWell(environment);
});
