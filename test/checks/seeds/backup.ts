import { adding, anObject, set, without } from "../quorum/edits.ts";
import type { EnvironmentSeed } from "./seed.ts";

const CRON_JOB = "CronJob backup-etcd";
const POD_ANNOTATIONS = "spec.template.metadata.annotations";
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
  {
    invariant: "velero-names-exist",
    title: "a volume is left out that has another name",
    breakIt: set("Deployment milvus-proxy", POD_ANNOTATIONS, { "backup.velero.io/backup-volumes-excludes": "data,temp" }),
  },
  {
    invariant: "velero-names-exist",
    title: "a hook runs in a container that is gone",
    breakIt: set("StatefulSet etcd", POD_ANNOTATIONS, {
      "pre.hook.backup.velero.io/command": "/usr/bin/sync",
      "pre.hook.backup.velero.io/container": "bitnami-etcd",
    }),
  },
  {
    invariant: "velero-hooks-tell",
    title: "a hook may fail unseen",
    breakIt: set("StatefulSet etcd", POD_ANNOTATIONS, { "pre.hook.backup.velero.io/command": "/usr/bin/sync" }),
  },
  {
    invariant: "velero-hooks-tell",
    title: "a hook is written as for a shell",
    breakIt: set("StatefulSet etcd", POD_ANNOTATIONS, {
      "post.hook.backup.velero.io/command": "sync -f /data",
      "post.hook.backup.velero.io/on-error": "Continue",
    }),
  },
  {
    invariant: "velero-hooks-tell",
    title: "a hook is given a time that is none",
    breakIt: set("StatefulSet etcd", POD_ANNOTATIONS, {
      "pre.hook.backup.velero.io/command": '["/usr/bin/sync"]',
      "pre.hook.backup.velero.io/on-error": "Fail",
      "pre.hook.backup.velero.io/timeout": "300",
    }),
  },
];
