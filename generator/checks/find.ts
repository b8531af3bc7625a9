import type { KubernetesObject } from "../kubernetes/resource.ts";
import { type EnvironmentTree, type Violation, violation } from "./invariant.ts";
import { type Container, containersOf, type PodOwner, podOwners, type SecurityContext } from "./workload.ts";

type Find = (tree: EnvironmentTree) => Violation[];

/** A violation for each fault of an object of the kind; without a kind, of any object. */
export function inObjects(
  kind: string | undefined,
  faults: (object: KubernetesObject, tree: EnvironmentTree) => readonly string[],
): Find {
  return (tree) =>
    tree.objects
      .filter((object) => kind === undefined || object.kind === kind)
      .flatMap((object) => faults(object, tree).map((message) => violation(object, message)));
}

/** A violation for each fault of a workload. */
export function inPods(faults: (owner: PodOwner, tree: EnvironmentTree) => readonly string[]): Find {
  return (tree) =>
    podOwners(tree.objects).flatMap((owner) => faults(owner, tree).map((message) => violation(owner.object, message)));
}

/** A violation for each fault of a container, init containers too; the message names it. */
export function inContainers(
  faults: (container: Container, owner: PodOwner, tree: EnvironmentTree) => readonly string[],
): Find {
  return inPods((owner, tree) =>
    containersOf(owner.pod).flatMap((container) =>
      faults(container, owner, tree).map((fault) => `Container ${container.name}: ${fault}`),
    ),
  );
}

/** A violation for each fault of a security context, of the pod or of a container. */
export function inContexts(faults: (context: SecurityContext) => readonly string[]): Find {
  return inPods(({ pod }) => [
    ...faults(pod.securityContext ?? {}).map((fault) => `The pod's ${fault}`),
    ...containersOf(pod).flatMap(({ name, securityContext = {} }) =>
      faults(securityContext).map((fault) => `Container ${name}: ${fault}`),
    ),
  ]);
}
