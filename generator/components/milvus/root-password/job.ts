import { envSecret, envValue } from "../../../kubernetes/env.ts";
import { SYNC_HOOK } from "../../../kubernetes/hook.ts";
import { metadata, podMetadata } from "../../../kubernetes/metadata.ts";
import { containerSecurityContext, podSecurityContext } from "../../../kubernetes/pod-security.ts";
import type { KubernetesObject } from "../../../kubernetes/resource.ts";
import { containerResources } from "../../../kubernetes/resources.ts";
import type { Environment } from "../../../model/environment.ts";
import { milvusIdentity, ROOT_PASSWORD } from "../../../model/identities.ts";
import { imageReference } from "../../../model/images.ts";
import { JOB_RESOURCES } from "../../../model/job.ts";
import { MILVUS_API, MILVUS_METRICS } from "../../../model/ports.ts";
import { milvusImageUser } from "../../../model/releases/image-user.ts";
import { RELEASES } from "../../../model/releases/index.ts";
import { MILVUS_ROOT_KEYS, requireSecret } from "../../../model/secrets.ts";
import { WAVE } from "../../../model/waves.ts";
import { ACCOUNT } from "../shared-unit.ts";
import { MANAGEMENT } from "./management-service.ts";
import { ADDRESSES, PASSWORD, rootPasswordScript } from "./script.ts";

/** Above the script's own end, for an image that is slow to come. */
const DEADLINE_SECONDS = 900;

/** Gives Milvus' user root the password of the Secret, in the image that the nodes have anyway. */
export function rootPasswordJob(environment: Environment): KubernetesObject {
  return {
    apiVersion: "batch/v1",
    kind: "Job",
    metadata: metadata(ROOT_PASSWORD, ROOT_PASSWORD.name, WAVE.rootPassword, { annotations: SYNC_HOOK }),
    spec: {
      backoffLimit: 1,
      activeDeadlineSeconds: DEADLINE_SECONDS,
      template: { metadata: podMetadata(ROOT_PASSWORD, { labels: {}, annotations: {} }), spec: podSpec(environment) },
    },
  };
}

function podSpec(environment: Environment) {
  return {
    restartPolicy: "Never",
    serviceAccountName: ACCOUNT,
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    securityContext: podSecurityContext(milvusImageUser(environment.milvus.version)),
    containers: [container(environment)],
  };
}

function container(environment: Environment) {
  const { milvus, secrets } = environment;
  const release = RELEASES[milvus.family];
  const management =
    release.rootPassword === "fixed" ? [envValue(ADDRESSES.management, url(MANAGEMENT, MILVUS_METRICS.port))] : [];
  return {
    name: ROOT_PASSWORD.component,
    image: imageReference(milvus.image),
    imagePullPolicy: environment.imagePullPolicy,
    command: ["sh", "-c"],
    args: [rootPasswordScript(release)],
    env: [
      envValue(ADDRESSES.api, url(milvusIdentity("proxy").name, MILVUS_API.port)),
      ...management,
      envSecret(PASSWORD, requireSecret(secrets, "milvusRoot").name, MILVUS_ROOT_KEYS.password),
    ],
    resources: containerResources(JOB_RESOURCES),
    securityContext: containerSecurityContext(true),
  };
}

function url(host: string, port: number): string {
  return `http://${host}:${port}`;
}
