import { inContainers, inPods } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import type { Handler } from "../workload.ts";

/** check_hostProbesAndhostLifecycle.go */
export const handlersCallOwnPod: Invariant<EnvironmentTree> = {
  name: "handlers-call-own-pod",
  code: "E_POLICY",
  severity: "error",
  reason: "A probe or hook with a host makes the kubelet call, from the node, wherever the pod's author wants.",
  remedy: "Remove host from the probe or hook.",
  find: inContainers(({ startupProbe, livenessProbe, readinessProbe, lifecycle = {} }) => {
    const { postStart, preStop } = lifecycle;
    const handlers = { startupProbe, livenessProbe, readinessProbe, postStart, preStop };
    return Object.entries(handlers).flatMap(([name, handler]) => {
      const host = hostOf(handler);
      return host === "" ? [] : [`${name} calls ${host}.`];
    });
  }),
};

function hostOf(handler: Handler | undefined): string {
  return handler?.httpGet?.host ?? handler?.tcpSocket?.host ?? "";
}

/** Trivy KSV-0007. */
export const hostAliasesUnused: Invariant<EnvironmentTree> = {
  name: "host-aliases-unused",
  code: "E_POLICY",
  severity: "error",
  reason: "Names in the pod's /etc/hosts go past the cluster's DNS, and nobody who reads a Service sees them.",
  remedy: "Remove hostAliases, and add a Service or a DNS record.",
  find: inPods(({ pod }) => ((pod.hostAliases ?? []).length === 0 ? [] : ["hostAliases are set."])),
};
