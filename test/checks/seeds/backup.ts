import { adding, anObject, set, without } from "../quorum/edits.ts";
import type { EnvironmentSeed } from "./seed.ts";

const CRON_JOB = "CronJob backup-etcd";
const INIT = "spec.jobTemplate.spec.template.spec.initContainers";

/** Each breaks an environment of production with an etcd of its own. */
export const BACKUP_SEEDS: readonly EnvironmentSeed[] = [
  { invariant: "etcd-backed-up", title: "nobody saves etcd", breakIt: without(CRON_JOB) },
  {
    invariant: "etcd-backed-up",
    title: "the job only reads a snapshot",
    breakIt: set(CRON_JOB, `${INIT}.0.command`, ["/usr/local/bin/etcdutl", "snapshot", "status", "/snapshot/etcd.db"]),
  },
  {
    invariant: "cron-jobs-bounded",
    title: "runs may overlap",
    breakIt: set(CRON_JOB, "spec.concurrencyPolicy", "Allow"),
  },
  {
    invariant: "cron-jobs-bounded",
    title: "a run may hang",
    breakIt: set(CRON_JOB, "spec.jobTemplate.spec.activeDeadlineSeconds", undefined),
  },
  {
    invariant: "cron-jobs-bounded",
    title: "a person's CronJob says nothing",
    breakIt: adding(anObject("CronJob", "clean", { apiVersion: "batch/v1", spec: { schedule: "0 3 * * *", jobTemplate: {} } })),
  },
];
