import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { inPods } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { containersOf, type PodOwner, selects } from "../workload.ts";
import { type ServiceSpec, serviceSpec, services } from "./service-spec.ts";

export const statefulSetHasHeadlessService: Invariant<EnvironmentTree> = {
  name: "stateful-set-has-headless-service",
  code: "E_REF",
  severity: "error",
  reason: "The pods of a StatefulSet have DNS names only by a headless Service that selects them.",
  remedy: "Add the Service of serviceName with clusterIP: None and the labels of the pod template.",
  find: inPods((owner, { objects }) => {
    if (owner.object.kind !== "StatefulSet") return [];
    const spec = governing(owner, objects);
    const isHeadless = spec?.clusterIP === "None" && selects(spec.selector ?? {}, owner.podLabels);
    return isHeadless ? [] : [`${owner.serviceName ?? "Nothing"} is no headless Service of its pods.`];
  }),
};

/** Only for pods that speak of the Service themselves: others are looked for by clients, who want those that are ready. */
export const peersFoundBeforeReady: Invariant<EnvironmentTree> = {
  name: "peers-found-before-ready",
  code: "E_REF",
  severity: "error",
  reason: "Members that are ready only once they have found each other would wait for each other's DNS names for ever.",
  remedy: "Set publishNotReadyAddresses: true on the headless Service.",
  find: inPods((owner, { objects }) => {
    const spec = owner.object.kind === "StatefulSet" ? governing(owner, objects) : undefined;
    if (spec?.clusterIP !== "None" || spec.publishNotReadyAddresses === true || !namesItsService(owner)) return [];
    return [`Its pods call each other by ${owner.serviceName}, which does not name pods that are not ready.`];
  }),
};

function governing({ serviceName }: PodOwner, objects: readonly KubernetesObject[]): ServiceSpec | undefined {
  const service = services(objects).find(({ metadata }) => metadata.name === serviceName);
  return service === undefined ? undefined : serviceSpec(service);
}

function namesItsService({ pod, serviceName = "" }: PodOwner): boolean {
  const texts = containersOf(pod).flatMap(({ args = [], command = [], env = [] }) => [
    ...args,
    ...command,
    ...env.map(({ value = "" }) => value),
  ]);
  return texts.some((text) => text.includes(`.${serviceName}`));
}
