import type { KubernetesObject } from "../../kubernetes/resource.ts";
import type { Invariant, PlatformTree } from "../invariant.ts";
import { isMap } from "../read-as.ts";
import { syncOptionsOf } from "../sync-options.ts";
import { containersOf, podOwners, type SecurityContext } from "../workload.ts";
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
