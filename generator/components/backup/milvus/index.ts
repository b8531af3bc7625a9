import type { ConfigFiles, Unit } from "../../../kubernetes/resource.ts";
import type { CollectionBackup, Environment } from "../../../model/environment.ts";
import { MILVUS_BACKUP } from "../../../model/identities.ts";
import { commonLabels } from "../../../model/labels.ts";
import { WAVE } from "../../../model/waves.ts";
import { account } from "../account.ts";
import { cronJob } from "../cron-job.ts";
import { trustedVolumes } from "../trusted.ts";
import { collectionBackupConfig } from "./config.ts";
import { CONFIG, createContainer, TEMPORARY, trusts } from "./container.ts";
import { managementService } from "./service.ts";

/** Collections with their data, as milvus-backup saves them while Milvus works on. */
export function milvusBackup(environment: Environment): Unit[] {
  const { milvus } = environment.backup;
  if (milvus === undefined) return [];
  return [
    {
      path: "backup/milvus",
      resources: [
        account(environment, MILVUS_BACKUP),
        { file: "service", object: managementService() },
        { file: "cronjob", object: collectionCronJob(environment, milvus) },
      ],
      config: config(environment),
    },
  ];
}

function collectionCronJob(environment: Environment, backup: CollectionBackup) {
  return cronJob(environment, {
    identity: MILVUS_BACKUP,
    backup,
    deadlineSeconds: backup.deadlineSeconds,
    pod: {
      serviceAccountName: MILVUS_BACKUP.name,
      containers: [createContainer(environment, backup)],
      volumes: [
        { name: CONFIG.name, configMap: { name: MILVUS_BACKUP.name } },
        { name: TEMPORARY.name, emptyDir: { sizeLimit: "512Mi" } },
        ...trustedVolumes(...trusts(environment)),
      ],
    },
  });
}

/** An old file goes last: until then a job that begins still mounts it. */
function config(environment: Environment): ConfigFiles {
  return {
    name: MILVUS_BACKUP.name,
    labels: commonLabels(MILVUS_BACKUP),
    annotations: {
      "argocd.argoproj.io/sync-options": "PruneLast=true",
      "argocd.argoproj.io/sync-wave": String(WAVE.backup),
    },
    files: { [CONFIG.file]: collectionBackupConfig(environment) },
  };
}
