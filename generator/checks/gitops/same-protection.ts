import type { KubernetesObject } from "../../kubernetes/resource.ts";
import type { Invariant, PlatformTree } from "../invariant.ts";
import { isMap } from "../read-as.ts";
import { syncOptionsOf } from "../sync-options.ts";
import { type Container, containersOf, podOwners, type SecurityContext } from "../workload.ts";
import { differing, type Fields } from "./same-fields.ts";

/** What keeps data and nodes safe. */
export const sameProtection: Invariant<PlatformTree> = {
  name: "same-protection-everywhere",
  code: "E_POLICY",
  severity: "error",
  reason: "A guard or a right that one environment has and another has not is found out about in production.",
  remedy: "Give the object the same guards and the same security contexts in every environment.",
  find: differing((object) => ({ "sync options": syncOptionsOf(object.metadata), ...workloadFields(object) })),
};

function workloadFields(object: KubernetesObject): Fields {
  const [owner] = podOwners([object]);
  if (owner === undefined) return {};
  const contexts = containersOf(owner.pod).map(({ name, securityContext }) => [
    `the security context of ${name}`,
    rights(securityContext),
  ]);
  return {
    persistentVolumeClaimRetentionPolicy: isMap(object.spec) ? object.spec.persistentVolumeClaimRetentionPolicy : undefined,
    "the pod's security context": rights(owner.pod.securityContext),
    automountServiceAccountToken: owner.pod.automountServiceAccountToken,
    ...Object.fromEntries(contexts),
  };
}

/** Whether the root file system can be written is an environment's own to say. */
function rights({ readOnlyRootFilesystem: _, ...others }: SecurityContext = {}): object {
  return others;
}

/** How a workload is watched. Where a probe asks follows from ports and encryption, which an environment may have alone. */
export const sameProbes: Invariant<PlatformTree> = {
  name: "same-probes-everywhere",
  code: "E_POLICY",
  severity: "warning",
  reason: "A probe that only one environment has is tried in no other before it decides over pods.",
  remedy: "Give the container the same probes in every environment, or accept it by a suppression.",
  find: differing((object) => {
    const [owner] = podOwners([object]);
    return owner === undefined ? undefined : Object.fromEntries(containersOf(owner.pod).flatMap(probes));
  }),
};

function probes({ name, startupProbe, livenessProbe, readinessProbe }: Container): [string, unknown][] {
  return Object.entries({ startupProbe, livenessProbe, readinessProbe }).map(([probe, value]) => [
    `${probe} of ${name}`,
    watched(value),
  ]);
}

function watched(probe: Container["startupProbe"]): unknown {
  if (probe?.httpGet === undefined) return probe;
  const { port: _, scheme: __, ...asked } = probe.httpGet as Readonly<Record<string, unknown>>;
  return { ...probe, httpGet: asked };
}
