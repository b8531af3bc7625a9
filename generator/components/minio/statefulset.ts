import { claimTemplate, RETAIN } from "../../kubernetes/claim.ts";
import { KEEP, metadata, podMetadata } from "../../kubernetes/metadata.ts";
import { podSecurityContext } from "../../kubernetes/pod-security.ts";
import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { scheduling } from "../../kubernetes/scheduling.ts";
import type { Environment, Minio } from "../../model/environment.ts";
import { headlessName, MINIO } from "../../model/identities.ts";
import { selectorLabels } from "../../model/labels.ts";
import { WAVE } from "../../model/waves.ts";
import { CERTIFICATE_VOLUME } from "./certificates.ts";
import { minioContainer, TEMPORARY } from "./container.ts";
import { drives } from "./topology.ts";

/** A static binary, world-executable in its image: any user will do, so one that scanners accept. */
const USER = { uid: 10001, gid: 10001, why: "" };

/** After a restart the peers find the server's drives again within seconds; the next one must not go before that. */
const SECONDS_BETWEEN_SERVERS = 15;

/** MinIO gives open requests a minute when it is told to stop (MinIO cmd/signals.go). */
const GRACE_SECONDS = 90;

/**
 * MinIO as a StatefulSet in both modes, so that even a single server's claim is guarded. Servers start together: none serves
 * before it has reached the drives of the others.
 */
export function minioStatefulSet(environment: Environment, minio: Minio): KubernetesObject {
  return {
    apiVersion: "apps/v1",
    kind: "StatefulSet",
    metadata: metadata(MINIO, MINIO.name, WAVE.stores, {
      labels: minio.labels,
      annotations: { ...minio.annotations, ...KEEP },
    }),
    spec: {
      replicas: minio.replicas,
      serviceName: headlessName(MINIO),
      podManagementPolicy: "Parallel",
      minReadySeconds: SECONDS_BETWEEN_SERVERS,
      updateStrategy: { type: "RollingUpdate" },
      persistentVolumeClaimRetentionPolicy: RETAIN,
      selector: { matchLabels: selectorLabels(MINIO) },
      template: { metadata: podMetadata(MINIO, minio), spec: podSpec(environment, minio) },
      volumeClaimTemplates: drives(minio).map((drive) => claimTemplate(MINIO, drive.name, minio.storage)),
    },
  };
}

function podSpec(environment: Environment, minio: Minio) {
  return {
    serviceAccountName: MINIO.name,
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    terminationGracePeriodSeconds: GRACE_SECONDS,
    securityContext: podSecurityContext(USER),
    ...scheduling(MINIO, minio, environment.placement),
    containers: [minioContainer(environment, minio)],
    volumes: [
      { name: TEMPORARY.name, emptyDir: { sizeLimit: "64Mi" } },
      ...(environment.tls.objectStorage ? [CERTIFICATE_VOLUME] : []),
    ],
  };
}
