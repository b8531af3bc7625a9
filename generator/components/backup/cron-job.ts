import { metadata, podMetadata } from "../../kubernetes/metadata.ts";
import { podSecurityContext } from "../../kubernetes/pod-security.ts";
import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { scheduling } from "../../kubernetes/scheduling.ts";
import type { BackupJob, Environment, Placement } from "../../model/environment.ts";
import type { Identity } from "../../model/identities.ts";
import { WAVE } from "../../model/waves.ts";

/** Static binaries in images without a user of their own: any will do, so one that scanners accept. */
const USER = { uid: 10001, gid: 10001, why: "" };

/** Two tries more: a member of etcd or a proxy may just be restarting. */
const RETRIES = 2;

/** A run that could not start within this time is left out; the next one comes. */
const LATEST_START_SECONDS = 600;

/** One pod runs at a time, and no two keep apart. */
const ANYWHERE = { hosts: "none", zones: "none" } as const;

export interface Job {
  readonly identity: Identity;
  readonly backup: BackupJob;
  readonly deadlineSeconds: number;
  readonly pod: {
    readonly serviceAccountName: string;
    readonly initContainers?: readonly object[];
    readonly containers: readonly object[];
    readonly volumes: readonly object[];
  };
}

/**
 * A Job on a schedule, never two at a time. `suspend` is not said, so that Argo CD leaves it to people, who stop backups while
 * they restore one.
 */
export function cronJob({ placement, backup: { timeZone } }: Environment, job: Job): KubernetesObject {
  const { identity, backup } = job;
  const { schedule, labels, annotations } = backup;
  return {
    apiVersion: "batch/v1",
    kind: "CronJob",
    metadata: metadata(identity, identity.name, WAVE.backup, { labels, annotations }),
    spec: {
      schedule,
      timeZone,
      concurrencyPolicy: "Forbid",
      startingDeadlineSeconds: LATEST_START_SECONDS,
      successfulJobsHistoryLimit: 1,
      failedJobsHistoryLimit: 3,
      jobTemplate: {
        spec: {
          activeDeadlineSeconds: job.deadlineSeconds,
          backoffLimit: RETRIES,
          template: { metadata: podMetadata(identity, backup), spec: podSpec(placement, job) },
        },
      },
    },
  };
}

/** A container that failed is not started again in its pod: another pod begins with an empty volume. */
function podSpec(placement: Placement, { identity, backup, pod }: Job) {
  return {
    restartPolicy: "Never" as const,
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    terminationGracePeriodSeconds: 30,
    securityContext: podSecurityContext(USER),
    ...scheduling(identity, backup, { ...placement, ...ANYWHERE }),
    ...pod,
  };
}
