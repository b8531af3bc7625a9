import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { type ObjectProblem, problemOf } from "../problem.ts";
import { containersOf, podOwners } from "../workload.ts";
import { containerFaults } from "./containers.ts";
import { podFaults } from "./pods.ts";

const ENFORCE = "pod-security.kubernetes.io/enforce";

/**
 * Pods that the Pod Security Standard "restricted" refuses, field by field as the API server checks them
 * (k8s.io/pod-security-admission `policy/check_*.go`), and Namespaces that would let them in.
 */
export function checkPodSecurity(objects: readonly KubernetesObject[]): ObjectProblem[] {
  const pods = podOwners(objects).flatMap((owner) =>
    [
      ...podFaults(owner),
      ...containersOf(owner.pod).flatMap((container) =>
        containerFaults(container, owner.pod).map((fault) => `Container ${container.name}: ${fault}`),
      ),
    ].map((message) => problemOf("E_POLICY", owner.object, message, 'Keep to the Pod Security Standard "restricted".')),
  );
  return [...objects.flatMap(enforced), ...pods];
}

function enforced(object: KubernetesObject): ObjectProblem[] {
  if (object.kind !== "Namespace" || object.metadata.labels?.[ENFORCE] === "restricted") return [];
  return [
    problemOf("E_POLICY", object, "The Namespace admits pods that are not restricted.", `Label it ${ENFORCE}: restricted.`),
  ];
}
