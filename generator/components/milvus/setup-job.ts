import { defined } from "../../kubernetes/defined.ts";
import type { EnvVar } from "../../kubernetes/env.ts";
import { hookAnnotations } from "../../kubernetes/hook.ts";
import { metadata, podMetadata } from "../../kubernetes/metadata.ts";
import { containerSecurityContext, podSecurityContext } from "../../kubernetes/pod-security.ts";
import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { containerResources } from "../../kubernetes/resources.ts";
import type { Trust } from "../../kubernetes/trust.ts";
import type { Environment } from "../../model/environment.ts";
import type { Identity } from "../../model/identities.ts";
import { imageReference } from "../../model/images.ts";
import { JOB_RESOURCES } from "../../model/job.ts";
import { milvusImageUser } from "../../model/releases/image-user.ts";

/** Above the scripts' own end, for an image that is slow to come. */
const DEADLINE_SECONDS = 900;

export interface SetupJob {
  readonly identity: Identity;
  readonly wave: number;
  readonly serviceAccountName: string;
  /** A text for `sh -c`. */
  readonly script: string;
  readonly env: readonly EnvVar[];
  readonly trust: Trust | undefined;
}

/** A Job with every sync that calls an API by curl, in Milvus' image, which has it and which the nodes have anyway. */
export function setupJob(environment: Environment, job: SetupJob): KubernetesObject {
  const { identity, wave } = job;
  return {
    apiVersion: "batch/v1",
    kind: "Job",
    metadata: metadata(identity, identity.name, wave, { annotations: hookAnnotations("Sync") }),
    spec: {
      backoffLimit: 1,
      activeDeadlineSeconds: DEADLINE_SECONDS,
      template: { metadata: podMetadata(identity, { labels: {}, annotations: {} }), spec: podSpec(environment, job) },
    },
  };
}

function podSpec(environment: Environment, job: SetupJob) {
  return defined({
    restartPolicy: "Never",
    serviceAccountName: job.serviceAccountName,
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    securityContext: podSecurityContext(milvusImageUser(environment.milvus.version)),
    priorityClassName: environment.placement.priorityClassName,
    containers: [container(environment, job)],
    volumes: job.trust === undefined ? [] : [job.trust.volume],
  });
}

function container(environment: Environment, { identity, script, env, trust }: SetupJob) {
  return defined({
    name: identity.component,
    image: imageReference(environment.milvus.image),
    imagePullPolicy: environment.imagePullPolicy,
    command: ["sh", "-c"],
    args: [script],
    env: [...env],
    resources: containerResources(JOB_RESOURCES),
    securityContext: containerSecurityContext(true),
    volumeMounts: trust === undefined ? [] : [trust.mount],
  });
}
