import { kubectl } from "../../support/kubectl.ts";

/** Runs a command in the first container of a pod, or of a pod of a workload as `statefulset/etcd`; gives what it printed. */
export function runInPod(namespace: string, target: string, ...command: readonly string[]): Promise<string> {
  return kubectl(["exec", "-n", namespace, target, "--", ...command]);
}

/** All that a container has said since it started. */
export function logOf(namespace: string, pod: string): Promise<string> {
  return kubectl(["logs", pod, "-n", namespace]);
}
