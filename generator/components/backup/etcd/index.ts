import type { Unit } from "../../../kubernetes/resource.ts";
import { trustInEtcd } from "../../../kubernetes/trust.ts";
import type { BackupJob, Environment, Etcd } from "../../../model/environment.ts";
import { ETCD_BACKUP } from "../../../model/identities.ts";
import { snapshotGibibytes } from "../../../model/snapshot-volume.ts";
import { account } from "../account.ts";
import { cronJob } from "../cron-job.ts";
import { trustedVolumes } from "../trusted.ts";
import {
  SNAPSHOT_VOLUME,
  saveContainer,
  statusContainer,
  TEMPORARY,
  trustInDestination,
  uploadContainer,
} from "./containers.ts";

/** Three tries of the longest that a snapshot of 8 GiB should take, and the time between them. */
const DEADLINE_SECONDS = 2700;

/** Snapshots of etcd: one container takes it, the next reads it, the last brings it away. Each begins only when all before were well. */
export function etcdBackup(environment: Environment): Unit[] {
  const { etcd, backup } = environment;
  if (etcd.mode === "external" || backup.etcd === undefined) return [];
  return [
    {
      path: "backup/etcd",
      resources: [account(environment, ETCD_BACKUP), { file: "cronjob", object: etcdCronJob(environment, etcd, backup.etcd) }],
    },
  ];
}

function etcdCronJob(environment: Environment, etcd: Etcd, backup: BackupJob) {
  return cronJob(environment, {
    identity: ETCD_BACKUP,
    backup,
    deadlineSeconds: DEADLINE_SECONDS,
    pod: {
      serviceAccountName: ETCD_BACKUP.name,
      initContainers: [saveContainer(environment, etcd, backup), statusContainer(environment, etcd, backup)],
      containers: [uploadContainer(environment, backup)],
      volumes: [
        { name: SNAPSHOT_VOLUME.name, emptyDir: { sizeLimit: `${snapshotGibibytes(etcd.quotaBackendBytes)}Gi` } },
        { name: TEMPORARY.name, emptyDir: { sizeLimit: "64Mi" } },
        ...trustedVolumes(trustInEtcd(environment.tls), trustInDestination(environment)),
      ],
    },
  });
}
