import { disruptionBudget } from "../../kubernetes/disruption-budget.ts";
import { imagePullSecrets } from "../../kubernetes/image-pull-secrets.ts";
import type { Unit } from "../../kubernetes/resource.ts";
import { clientService, headlessService } from "../../kubernetes/service.ts";
import { serviceAccount } from "../../kubernetes/service-account.ts";
import type { Environment, Minio } from "../../model/environment.ts";
import { MINIO } from "../../model/identities.ts";
import { MINIO_API, MINIO_CONSOLE } from "../../model/ports.ts";
import { WAVE } from "../../model/waves.ts";
import type { Component } from "../component.ts";
import { minioStatefulSet } from "./statefulset.ts";

/** Where Milvus keeps segments, indexes and logs, unless a bucket outside does. Milvus creates its bucket itself. */
export const minio: Component = {
  name: "minio",
  isShared: true,
  version: (environment) =>
    environment.objectStorage.type === "minio" ? environment.objectStorage.minio.image.tag : undefined,
  units: (environment) =>
    environment.objectStorage.type === "minio" ? [minioUnit(environment, environment.objectStorage.minio)] : [],
};

function minioUnit(environment: Environment, servers: Minio): Unit {
  const account = { ...serviceAccount(MINIO, MINIO.name, WAVE.stores), ...imagePullSecrets(environment) };
  return {
    path: "minio",
    resources: [
      { file: "serviceaccount", object: account },
      { file: "service-headless", object: headlessService(MINIO, [MINIO_API], WAVE.stores) },
      { file: "service", object: clientService(MINIO, [MINIO_API, MINIO_CONSOLE], WAVE.stores) },
      { file: "statefulset", object: minioStatefulSet(environment, servers) },
      ...disruptionBudget(MINIO, dispensableServers(servers), "IfHealthyBudget", WAVE.stores),
    ],
  };
}

/** Every layout of four drives or more still writes without one server (MinIO docs/distributed/SIZING.md); a lone server never. */
function dispensableServers(servers: Minio): number {
  return servers.mode === "distributed" ? 1 : 0;
}
