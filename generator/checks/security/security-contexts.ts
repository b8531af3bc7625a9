import { inPods } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { containersOf, type SecurityContext } from "../workload.ts";

/** Checkov CKV_K8S_29 and 30, Trivy KSV-0118: some fields exist at one level alone. */
export const securityContextAtBothLevels: Invariant<EnvironmentTree> = {
  name: "security-context-at-both-levels",
  code: "E_POLICY",
  severity: "error",
  reason: "A user or group of the volumes is set for the pod, capabilities for a container, and neither level can say both.",
  remedy: "Give the pod and each container a securityContext.",
  find: inPods(({ pod }) => [
    ...(isEmpty(pod.securityContext) ? ["The pod has no securityContext."] : []),
    ...containersOf(pod)
      .filter(({ securityContext }) => isEmpty(securityContext))
      .map(({ name }) => `Container ${name} has no securityContext.`),
  ]),
};

function isEmpty(context: SecurityContext = {}): boolean {
  return Object.keys(context).length === 0;
}
