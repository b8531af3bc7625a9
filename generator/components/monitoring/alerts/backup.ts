import type { Environment } from "../../../model/environment.ts";
import { ETCD_BACKUP, MILVUS_BACKUP } from "../../../model/identities.ts";
import type { Alert } from "./alert.ts";

const HOUR = 3600;

/** As kube-state-metrics tells of CronJobs: a Prometheus that does not scrape it sees none of it. */
export function backupAlerts({ namespace, backup }: Environment): Alert[] {
  return [
    ...(backup.etcd === undefined ? [] : alerts(namespace, ETCD_BACKUP.name, HOUR)),
    ...(backup.milvus === undefined ? [] : alerts(namespace, MILVUS_BACKUP.name, backup.milvus.deadlineSeconds + HOUR)),
  ];
}

/** `longest` is how long a run may take with its tries, seconds: until then nobody knows whether it fails. */
function alerts(namespace: string, workload: string, longest: number): Alert[] {
  const of = (metric: string) => `kube_cronjob_${metric}{namespace="${namespace}", cronjob="${workload}"}`;
  const scheduled = `max(${of("status_last_schedule_time")})`;
  const succeeded = `max(${of("status_last_successful_time")} or ${of("created")})`;
  const failing = { name: "MilvusBackupFailing", workload, runbook: "backup-failing" } as const;
  return [
    {
      ...failing,
      severity: "warning",
      expr: `${scheduled} > ${succeeded}`,
      for: `${Math.ceil(longest / HOUR)}h`,
      summary: `The last run of ${workload} failed, or takes too long.`,
      description: "The newest backup grows older. Read the log of the job's last pod.",
    },
    {
      ...failing,
      severity: "critical",
      expr: `${scheduled} - ${succeeded} > ${48 * HOUR}`,
      for: "15m",
      summary: `${workload} fails since {{ $value | humanizeDuration }}.`,
      description: "Whatever is lost now is lost as far back as that. Read the log of the job's last pod.",
    },
    {
      name: "MilvusBackupLate",
      workload,
      severity: "warning",
      expr: `time() - max(${of("next_schedule_time")}) > ${HOUR}`,
      for: "15m",
      summary: `${workload} should have run {{ $value | humanizeDuration }} ago.`,
      description: "A run still goes on, or Kubernetes starts none: look at the events of the CronJob.",
      runbook: "backup-failing",
    },
    {
      name: "MilvusBackupSuspended",
      workload,
      severity: "warning",
      expr: `max(${of("spec_suspend")}) == 1`,
      for: "1d",
      summary: `Somebody has stopped ${workload}.`,
      description: `No backup is made until it goes on: kubectl -n ${namespace} patch cronjob ${workload} -p '{"spec":{"suspend":false}}'.`,
      runbook: "backup-failing",
    },
  ];
}
