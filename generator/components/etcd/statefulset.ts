import { claimTemplate, RETAIN } from "../../kubernetes/claim.ts";
import { etcdctlAccount } from "../../kubernetes/etcdctl-account.ts";
import { KEEP, metadata, podMetadata } from "../../kubernetes/metadata.ts";
import { containerSecurityContext, podSecurityContext } from "../../kubernetes/pod-security.ts";
import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { containerResources } from "../../kubernetes/resources.ts";
import { scheduling } from "../../kubernetes/scheduling.ts";
import { containerPorts } from "../../kubernetes/service.ts";
import type { Environment, Etcd } from "../../model/environment.ts";
import { ETCD, headlessName } from "../../model/identities.ts";
import { imageReference } from "../../model/images.ts";
import { selectorLabels } from "../../model/labels.ts";
import { ETCD_CLIENT, ETCD_METRICS, ETCD_PEER } from "../../model/ports.ts";
import { WAVE } from "../../model/waves.ts";
import { CERTIFICATE_MOUNT, CERTIFICATE_VOLUME, TLS_FLAGS } from "./certificates.ts";
import { etcdEnv, etcdToken, MOUNT } from "./env.ts";
import { etcdProbes } from "./probes.ts";
import { tokenFlags, tokenKey } from "./tokens.ts";
import { CONTAINER, VELERO_HOOK } from "./velero-hook.ts";

/** A static binary in an image without a user of its own: any user will do, so one that scanners accept. */
const USER = { uid: 10001, gid: 10001, why: "" };
const VOLUME = "data";

/** The members of one etcd cluster. They start together, because none is ready before a majority has found each other. */
export function etcdStatefulSet(environment: Environment, etcd: Etcd): KubernetesObject {
  return {
    apiVersion: "apps/v1",
    kind: "StatefulSet",
    metadata: metadata(ETCD, ETCD.name, WAVE.stores, { labels: etcd.labels, annotations: { ...etcd.annotations, ...KEEP } }),
    spec: {
      replicas: etcd.replicas,
      serviceName: headlessName(ETCD),
      podManagementPolicy: "Parallel",
      updateStrategy: { type: "RollingUpdate" },
      persistentVolumeClaimRetentionPolicy: RETAIN,
      selector: { matchLabels: selectorLabels(ETCD) },
      template: { metadata: podMetadata(ETCD, saved(environment, etcd)), spec: podSpec(environment, etcd) },
      volumeClaimTemplates: [claimTemplate(ETCD, VOLUME, etcd.storage)],
    },
  };
}

/** A person's own annotations count for more. */
function saved({ backup }: Environment, { labels, annotations }: Etcd) {
  return { labels, annotations: backup.velero ? { ...VELERO_HOOK, ...annotations } : annotations };
}

function podSpec(environment: Environment, etcd: Etcd) {
  const volumes = [...(environment.tls.etcd ? [CERTIFICATE_VOLUME] : []), ...tokenKey(environment).volumes];
  return {
    serviceAccountName: ETCD.name,
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    terminationGracePeriodSeconds: 30,
    securityContext: podSecurityContext(USER),
    ...scheduling(ETCD, etcd, environment.placement),
    containers: [container(environment, etcd)],
    ...(volumes.length === 0 ? {} : { volumes }),
  };
}

function container(environment: Environment, etcd: Etcd) {
  const isEncrypted = environment.tls.etcd;
  return {
    name: CONTAINER,
    image: imageReference(etcd.image),
    imagePullPolicy: environment.imagePullPolicy,
    // The image has no shell; every other setting is an environment variable, which an overlay can patch by name.
    command: [
      "/usr/local/bin/etcd",
      `--initial-cluster-token=${etcdToken()}`,
      ...(isEncrypted ? TLS_FLAGS : []),
      ...tokenFlags(environment),
    ],
    env: [...etcdEnv(environment.name, etcd, isEncrypted), ...etcdctlAccount(environment)],
    ports: containerPorts([ETCD_CLIENT, ETCD_PEER, ...(isEncrypted ? [ETCD_METRICS] : [])]),
    ...etcdProbes(isEncrypted),
    resources: containerResources(etcd.resources),
    securityContext: containerSecurityContext(true),
    volumeMounts: [
      { name: VOLUME, mountPath: MOUNT },
      ...(isEncrypted ? [CERTIFICATE_MOUNT] : []),
      ...tokenKey(environment).mounts,
    ],
  };
}
