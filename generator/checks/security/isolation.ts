import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { type ObjectProblem, problemOf } from "../problem.ts";
import { podOwners } from "../workload.ts";

/**
 * Pods and accounts with a token that nothing needs, and pods with service links: a Service called `pulsar` would set
 * `PULSAR_PORT` in every pod, which Milvus and Pulsar read as their own.
 */
export function checkIsolation(objects: readonly KubernetesObject[]): ObjectProblem[] {
  const accounts = objects.filter(({ kind }) => kind === "ServiceAccount");
  return [
    ...accounts.flatMap((account) => token(account, account.automountServiceAccountToken)),
    ...podOwners(objects).flatMap(({ object, pod }) => [
      ...token(object, pod.automountServiceAccountToken),
      ...links(object, pod.enableServiceLinks),
    ]),
  ];
}

function token(object: KubernetesObject, automount: unknown): ObjectProblem[] {
  if (automount === false) return [];
  const message = "A token for the Kubernetes API is mounted, and nothing here calls it.";
  return [problemOf("E_POLICY", object, message, "Set automountServiceAccountToken: false.")];
}

function links(object: KubernetesObject, enableServiceLinks: boolean | undefined): ObjectProblem[] {
  if (enableServiceLinks === false) return [];
  const message = "Service links put variables of every Service into the pods.";
  return [problemOf("E_POLICY", object, message, "Set enableServiceLinks: false.")];
}
