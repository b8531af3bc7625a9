import { inPods } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { type Container, containersOf, type PodOwner, type SecurityContext } from "../workload.ts";
import { imageFacts } from "./image-facts.ts";

/**
 * Pod Security has no rule about groups, scanners have (Trivy KSV-0116, Kubescape C-0013). Only an image whose files belong to the
 * root group may run in it.
 */
export const groupIsNotRoot: Invariant<EnvironmentTree> = {
  name: "group-is-not-root",
  code: "E_POLICY",
  severity: "error",
  reason: "Most images leave files to the root group, which every member of it may then change.",
  remedy: "Set runAsGroup and fsGroup in the pod's securityContext to a group of the image's user.",
  find: inPods((owner, { environment }) => {
    const facts = containersOf(owner.pod).map((container) => imageFacts(container, environment));
    return facts.some((known) => known?.user.gid === 0) ? [] : faults(owner);
  }),
};

function faults({ pod }: PodOwner): string[] {
  const { fsGroup, supplementalGroups = [] } = pod.securityContext ?? {};
  return [
    ...containersOf(pod).flatMap((container) => primaryGroup(container, pod.securityContext)),
    ...(fsGroup === 0 ? ["The pod's fsGroup is 0, which is root's."] : []),
    ...(supplementalGroups.includes(0) ? ["The pod's supplementalGroups have 0, which is root's."] : []),
  ];
}

function primaryGroup({ name, securityContext }: Container, pod: SecurityContext | undefined): string[] {
  const group = securityContext?.runAsGroup ?? pod?.runAsGroup;
  if (group === undefined) return [`Container ${name}: runAsGroup is not set, so it is root's unless the image says another.`];
  return group === 0 ? [`Container ${name}: runAsGroup is 0, which is root's.`] : [];
}
