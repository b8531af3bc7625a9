import { claimTemplate, RETAIN } from "../../kubernetes/claim.ts";
import { defined } from "../../kubernetes/defined.ts";
import { KEEP, metadata, podMetadata } from "../../kubernetes/metadata.ts";
import { podSecurityContext } from "../../kubernetes/pod-security.ts";
import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { scheduling } from "../../kubernetes/scheduling.ts";
import type { Environment, Workload } from "../../model/environment.ts";
import { headlessName, type Identity } from "../../model/identities.ts";
import { selectorLabels } from "../../model/labels.ts";
import type { PulsarContainer } from "./container.ts";
import { type Claim, podVolumes, type SecretFolder } from "./volumes.ts";

/**
 * The image lets uid 10000 run with any group (apache/pulsar docker/pulsar/Dockerfile). Only `/pulsar/conf` wants group 0, and
 * only from those who write there: our start commands write to CONFIG_FOLDER instead.
 */
const USER = { uid: 10000, gid: 10001, why: "The user that the image was made for; one scanner asks for more than 10000." };

/** One role of Pulsar, as the two kinds of workload need it. */
export interface Role {
  readonly identity: Identity;
  readonly workload: Workload;
  readonly wave: number;
  readonly graceSeconds: number;
  readonly claims: readonly Claim[];
  readonly files: readonly SecretFolder[];
  readonly initContainers: readonly PulsarContainer[];
  readonly container: PulsarContainer;
}

/** A role whose pods have names or claims of their own. Pods start together; what one needs of another, it waits for itself. */
export function statefulSet(environment: Environment, role: Role): KubernetesObject {
  const { identity, workload, claims } = role;
  const guards = claims.length === 0 ? {} : KEEP;
  return {
    apiVersion: "apps/v1",
    kind: "StatefulSet",
    metadata: metadata(identity, identity.name, role.wave, {
      labels: workload.labels,
      annotations: { ...workload.annotations, ...guards },
    }),
    spec: defined({
      replicas: workload.replicas,
      serviceName: headlessName(identity),
      podManagementPolicy: "Parallel",
      updateStrategy: { type: "RollingUpdate" },
      persistentVolumeClaimRetentionPolicy: RETAIN,
      selector: { matchLabels: selectorLabels(identity) },
      template: { metadata: podMetadata(identity, workload), spec: podSpec(environment, role) },
      volumeClaimTemplates: claims.map(({ name, volume }) => claimTemplate(identity, name, volume)),
    }),
  };
}

/**
 * A role whose pods are all alike. An old pod goes before its successor comes: where replicas must keep to hosts of their own,
 * there may be no host for one more.
 */
export function deployment(environment: Environment, role: Role): KubernetesObject {
  const { identity, workload } = role;
  const { labels, annotations } = workload;
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: metadata(identity, identity.name, role.wave, { labels, annotations }),
    spec: {
      replicas: workload.replicas,
      strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } },
      selector: { matchLabels: selectorLabels(identity) },
      template: { metadata: podMetadata(identity, workload), spec: podSpec(environment, role) },
    },
  };
}

function podSpec(environment: Environment, role: Role) {
  return {
    serviceAccountName: role.identity.name,
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    terminationGracePeriodSeconds: role.graceSeconds,
    securityContext: podSecurityContext(USER),
    ...scheduling(role.identity, role.workload, environment.placement),
    ...defined({ initContainers: role.initContainers }),
    containers: [role.container],
    volumes: podVolumes(role.files),
  };
}
