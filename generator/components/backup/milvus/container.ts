import { type EnvVar, envSecret, envValue } from "../../../kubernetes/env.ts";
import { containerSecurityContext } from "../../../kubernetes/pod-security.ts";
import { containerResources } from "../../../kubernetes/resources.ts";
import { trustInMilvus, trustInMinio } from "../../../kubernetes/trust.ts";
import type { CollectionBackup, Environment } from "../../../model/environment.ts";
import { imageReference } from "../../../model/images.ts";
import { MILVUS_ROOT_KEYS, OBJECT_STORAGE_KEYS, requireSecret } from "../../../model/secrets.ts";
import { destinationKeys } from "../credentials.ts";
import { authorities, trustedMounts } from "../trusted.ts";
import { createScript } from "./create.ts";

export const CONFIG = { name: "config", mountPath: "/etc/milvus-backup", file: "backup.yaml" };

/** Its log file, which it writes whatever it prints. */
export const TEMPORARY = { name: "tmp", mountPath: "/tmp" };

/** Makes a backup and then removes what is too old, both by milvus-backup itself, which speaks to every storage that Milvus does. */
export function createContainer(environment: Environment, backup: CollectionBackup) {
  return {
    name: "create",
    image: imageReference(backup.image),
    imagePullPolicy: environment.imagePullPolicy,
    command: ["/bin/sh", "-c", createScript(`${CONFIG.mountPath}/${CONFIG.file}`)],
    env: env(environment, backup),
    resources: containerResources(backup.resources),
    securityContext: containerSecurityContext(true),
    volumeMounts: [
      { name: CONFIG.name, mountPath: CONFIG.mountPath, readOnly: true },
      { ...TEMPORARY },
      ...trustedMounts(...trusts(environment)),
    ],
  };
}

/** It reads from the environment's own storage, wherever it brings things. */
export function trusts({ tls }: Environment) {
  return [trustInMinio(tls), trustInMilvus(tls)];
}

/** The names that milvus-backup reads (`internal/cfg/cfg.go`, v0.5.16), and what the script does. */
function env(environment: Environment, { collections, retention }: CollectionBackup): EnvVar[] {
  const { name } = requireSecret(environment.secrets, "objectStorage");
  return [
    envValue("COLLECTIONS", collections.join(",")),
    envValue("KEEP_DAYS", String(retention.days)),
    envValue("KEEP_AT_LEAST", String(retention.atLeast)),
    ...authorities(trustInMinio(environment.tls)),
    ...account(environment),
    envSecret("MINIO_ACCESS_KEY", name, OBJECT_STORAGE_KEYS.user),
    envSecret("MINIO_SECRET_KEY", name, OBJECT_STORAGE_KEYS.password),
    ...destinationKeys(environment, { user: "MINIO_BACKUP_ACCESS_KEY", password: "MINIO_BACKUP_SECRET_KEY" }),
  ];
}

/** Where Milvus asks, the job is root: the one user that every Milvus has, and who sees every database. */
function account({ authentication, secrets }: Environment): EnvVar[] {
  if (!authentication.milvus.enabled) return [];
  return [
    envValue("MILVUS_USER", "root"),
    envSecret("MILVUS_PASSWORD", requireSecret(secrets, "milvusRoot").name, MILVUS_ROOT_KEYS.password),
  ];
}
