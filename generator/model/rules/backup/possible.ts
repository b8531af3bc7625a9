import type { EnvironmentConfig } from "../../../config/config.ts";
import type { Environment } from "../../environment.ts";
import { takesFiles } from "../../resolve/index.ts";
import { error, type Problem, toPath } from "../problem.ts";
import type { Rule } from "../rule.ts";

/** What a person asks for must be possible; production of itself asks for what is. */
export const backupPossible: Rule = ({ environment, config }) => [...snapshots(environment, config), ...storage(environment)];

function snapshots({ etcd, objectStorage, backup }: Environment, config: EnvironmentConfig): Problem[] {
  const field = "backup.etcd.enabled";
  if (etcd.mode === "external" || config.settings.backup?.etcd?.enabled !== true) return [];
  if (takesFiles(backup.destination, { objectStorage }) || config.origin(toPath(field)).saidBy === "built-in") return [];
  return [
    error(field, "E_STORAGE", {
      message: "Snapshots of etcd cannot be brought to this object storage.",
      reason: "MinIO's client speaks S3 with keys; it knows neither Azure's protocol nor the identity of a ServiceAccount.",
      remedy: "Name a place that speaks S3 in backup.destination.",
    }),
  ];
}

function storage({ objectStorage, backup }: Environment): Problem[] {
  if (backup.milvus === undefined || objectStorage.type === "minio") return [];
  const { auth, provider } = objectStorage;
  if (auth === "keys" && provider !== "gcpnative") return [];
  return [
    error("backup.milvus.enabled", "E_STORAGE", {
      message: `Collections in ${provider} with auth: ${auth} cannot be saved.`,
      reason: "The job reads objects with the keys of a Secret.",
      remedy: "Use auth: keys, or save them by the means of the cloud, and switch backup.milvus off.",
    }),
  ];
}
