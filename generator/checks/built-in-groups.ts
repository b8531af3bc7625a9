/** API groups of Kubernetes itself; `gateway.networking.k8s.io` and its like come with CustomResourceDefinitions. */
const GROUPS: ReadonlySet<string> = new Set([
  "",
  "admissionregistration.k8s.io",
  "apiextensions.k8s.io",
  "apiregistration.k8s.io",
  "apps",
  "autoscaling",
  "batch",
  "certificates.k8s.io",
  "coordination.k8s.io",
  "discovery.k8s.io",
  "events.k8s.io",
  "extensions",
  "flowcontrol.apiserver.k8s.io",
  "networking.k8s.io",
  "node.k8s.io",
  "policy",
  "rbac.authorization.k8s.io",
  "scheduling.k8s.io",
  "storage.k8s.io",
]);

/** Whether `apps/v1`, or the core's `v1`, is of a group that every cluster has. */
export function isBuiltIn(apiVersion: string): boolean {
  return GROUPS.has(groupOf(apiVersion));
}

/** `apps` of `apps/v1`; empty for the core's `v1`. */
export function groupOf(apiVersion: string): string {
  return apiVersion.split("/").slice(0, -1).join("/");
}
