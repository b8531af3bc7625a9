import { disruptionBudget } from "../../kubernetes/disruption-budget.ts";
import { imagePullSecrets } from "../../kubernetes/image-pull-secrets.ts";
import type { Unit } from "../../kubernetes/resource.ts";
import { clientService, headlessService } from "../../kubernetes/service.ts";
import { serviceAccount } from "../../kubernetes/service-account.ts";
import type { Environment, Minio } from "../../model/environment.ts";
import { serverLosses } from "../../model/erasure-set.ts";
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

/** One at a time, and none where MinIO could not write without it: two servers, or parity that one server's drives use up. */
function dispensableServers({ mode, replicas, drivesPerServer, parity }: Minio): number {
  if (mode === "standalone") return 0;
  return Math.min(serverLosses({ servers: replicas, drivesPerServer }, parity), 1);
}
