import { defined } from "../../../kubernetes/defined.ts";
import { envSecret, envValue } from "../../../kubernetes/env.ts";
import { hookAnnotations } from "../../../kubernetes/hook.ts";
import { metadata, podMetadata } from "../../../kubernetes/metadata.ts";
import { containerSecurityContext, podSecurityContext } from "../../../kubernetes/pod-security.ts";
import type { KubernetesObject } from "../../../kubernetes/resource.ts";
import { containerResources } from "../../../kubernetes/resources.ts";
import { type Trust, trustInMilvus } from "../../../kubernetes/trust.ts";
import type { Environment } from "../../../model/environment.ts";
import { milvusIdentity, ROOT_PASSWORD } from "../../../model/identities.ts";
import { imageReference } from "../../../model/images.ts";
import { JOB_RESOURCES } from "../../../model/job.ts";
import { MILVUS_API, MILVUS_METRICS, MILVUS_REST } from "../../../model/ports.ts";
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
    metadata: metadata(ROOT_PASSWORD, ROOT_PASSWORD.name, WAVE.rootPassword, { annotations: hookAnnotations("Sync") }),
    spec: {
      backoffLimit: 1,
      activeDeadlineSeconds: DEADLINE_SECONDS,
      template: { metadata: podMetadata(ROOT_PASSWORD, { labels: {}, annotations: {} }), spec: podSpec(environment) },
    },
  };
}

function podSpec(environment: Environment) {
  const trust = trustInMilvus(environment.tls);
  return defined({
    restartPolicy: "Never",
    serviceAccountName: ACCOUNT,
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    securityContext: podSecurityContext(milvusImageUser(environment.milvus.version)),
    priorityClassName: environment.placement.priorityClassName,
    containers: [container(environment, trust)],
    volumes: trust === undefined ? [] : [trust.volume],
  });
}

function container(environment: Environment, trust: Trust | undefined) {
  const { milvus, secrets } = environment;
  const release = RELEASES[milvus.family];
  const management =
    release.rootPassword === "fixed" ? [envValue(ADDRESSES.management, `http://${MANAGEMENT}:${MILVUS_METRICS.port}`)] : [];
  return defined({
    name: ROOT_PASSWORD.component,
    image: imageReference(milvus.image),
    imagePullPolicy: environment.imagePullPolicy,
    command: ["sh", "-c"],
    args: [rootPasswordScript(release, trust)],
    env: [
      envValue(ADDRESSES.api, restUrl(trust)),
      ...management,
      envSecret(PASSWORD, requireSecret(secrets, "milvusRoot").name, MILVUS_ROOT_KEYS.password),
    ],
    resources: containerResources(JOB_RESOURCES),
    securityContext: containerSecurityContext(true),
    volumeMounts: trust === undefined ? [] : [trust.mount],
  });
}

function restUrl(trust: Trust | undefined): string {
  const { name } = milvusIdentity("proxy");
  return trust === undefined ? `http://${name}:${MILVUS_API.port}` : `https://${name}:${MILVUS_REST.port}`;
}
