import { describe } from "vitest";
import { itAsksForPasswords } from "./proofs/access.ts";
import { itConnectsAsItsPoliciesSay } from "./proofs/connections.ts";
import { itUsesEtcdSettings } from "./proofs/etcd-settings.ts";
import { itServesInside } from "./proofs/inside.ts";
import { itUsesMilvusSettings } from "./proofs/milvus-settings.ts";
import { itUsesMinioSettings } from "./proofs/minio-settings.ts";
import { itServesOutside } from "./proofs/outside.ts";
import { itSpreadsOverZones } from "./proofs/placement.ts";
import { itUsesPulsarSettings } from "./proofs/pulsar-settings.ts";
import { itStarts, itStaysWell } from "./proofs/running.ts";
import { useEnvironment } from "./support/environment.ts";
import { ROOT } from "./support/outside-client.ts";

describe("a production environment", () => {
  // As Argo CD brings it up. At once, Milvus gives up on Pulsar before Pulsar is there, and starts again.
  const environment = useEnvironment("production", "in waves");

  itStarts(environment);
  itSpreadsOverZones(environment, ["etcd", "pulsar-zookeeper"]);
  itServesOutside(environment, ROOT);
  itServesInside(environment, ROOT);
  itUsesEtcdSettings(environment);
  itUsesMinioSettings(environment);
  itUsesPulsarSettings(environment);
  itUsesMilvusSettings(environment);
  itAsksForPasswords(environment);
  itConnectsAsItsPoliciesSay(environment);
  itStaysWell(environment);
});
