/** A kind as an AppProject lists it, without a version. */
export interface GroupKind {
  readonly group: string;
  readonly kind: string;
}

/**
 * What no environment takes from Git. Argo CD neither prunes nor deletes what a project forbids, so claims and Secrets are safe
 * even where they carry its tracking mark; in return its resource tree does not show them. Roles would let a namespace grant
 * itself more than its project allows.
 */
export const FORBIDDEN_KINDS: readonly GroupKind[] = [
  { group: "", kind: "PersistentVolumeClaim" },
  { group: "", kind: "Secret" },
  { group: "rbac.authorization.k8s.io", kind: "Role" },
  { group: "rbac.authorization.k8s.io", kind: "RoleBinding" },
];

/**
 * Every namespaced kind that the generator makes in any environment, the same list for all: a project that followed its
 * environment would race with the sync that needs the new kind. Jobs, pods and ReplicaSets are there to be seen, with their logs.
 */
export const GENERATED_KINDS: readonly GroupKind[] = [
  { group: "", kind: "ConfigMap" },
  { group: "", kind: "LimitRange" },
  { group: "", kind: "Pod" },
  { group: "", kind: "ResourceQuota" },
  { group: "", kind: "Service" },
  { group: "", kind: "ServiceAccount" },
  { group: "apps", kind: "Deployment" },
  { group: "apps", kind: "ReplicaSet" },
  { group: "apps", kind: "StatefulSet" },
  { group: "autoscaling", kind: "HorizontalPodAutoscaler" },
  { group: "batch", kind: "CronJob" },
  { group: "batch", kind: "Job" },
  { group: "bitnami.com", kind: "SealedSecret" },
  { group: "cert-manager.io", kind: "Certificate" },
  { group: "cert-manager.io", kind: "Issuer" },
  { group: "external-secrets.io", kind: "ExternalSecret" },
  { group: "gateway.networking.k8s.io", kind: "GRPCRoute" },
  { group: "gateway.networking.k8s.io", kind: "TLSRoute" },
  { group: "keda.sh", kind: "ScaledObject" },
  { group: "monitoring.coreos.com", kind: "PodMonitor" },
  { group: "monitoring.coreos.com", kind: "PrometheusRule" },
  { group: "networking.k8s.io", kind: "Ingress" },
  { group: "networking.k8s.io", kind: "NetworkPolicy" },
  { group: "policy", kind: "PodDisruptionBudget" },
];
