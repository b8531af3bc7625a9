import type { KubernetesObject } from "../kubernetes/resource.ts";
import type { Logging, Platform } from "../model/environment.ts";
import { hasFeature } from "./features.ts";
import { FORBIDDEN_KINDS, type GroupKind } from "./kinds.ts";
import { APPS_WAVE, argoMetadata } from "./metadata.ts";
import { addonName } from "./names.ts";
import { ENVIRONMENT_OPTIONS, syncPolicy } from "./sync-policy.ts";

/** The Application, its project, and below `apps/` the folder that it syncs. */
export const LOGGING_NAME = addonName("logging");

/** What is in the folder, and what Argo CD shows of what the operator makes of it. */
const KINDS: readonly GroupKind[] = [
  { group: "", kind: "ConfigMap" },
  { group: "", kind: "Pod" },
  { group: "", kind: "Service" },
  { group: "", kind: "ServiceAccount" },
  { group: "apps", kind: "DaemonSet" },
  { group: "apps", kind: "Deployment" },
  { group: "apps", kind: "ReplicaSet" },
  { group: "apps", kind: "StatefulSet" },
  { group: "batch", kind: "Job" },
  { group: "elasticsearch.k8s.elastic.co", kind: "Elasticsearch" },
  { group: "kibana.k8s.elastic.co", kind: "Kibana" },
  { group: "networking.k8s.io", kind: "NetworkPolicy" },
];

/** One repository, one namespace, and the kinds of the folder: nothing here needs rights over the cluster. */
export function loggingProject(platform: Platform, { cluster, namespace }: Logging): KubernetesObject {
  const name = hasFeature(platform.argocd.version, "clusterResourceName") ? { name: namespace } : {};
  return {
    apiVersion: "argoproj.io/v1alpha1",
    kind: "AppProject",
    metadata: argoMetadata(platform, LOGGING_NAME, APPS_WAVE.project),
    spec: {
      description: "The add-on logging: what reads, keeps and shows the logs of all environments.",
      sourceRepos: [platform.repository.url],
      destinations: [{ ...cluster, namespace }],
      clusterResourceWhitelist: [{ group: "", kind: "Namespace", ...name }],
      namespaceResourceBlacklist: [...FORBIDDEN_KINDS],
      namespaceResourceWhitelist: [...KINDS],
    },
  };
}

/**
 * The folder, ordered inside by waves. It has no finalizer, so deleting it leaves the logs. Where the operator is not there yet, the
 * first tries fail for the kinds that only it brings, and a later one succeeds.
 */
export function loggingApplication(platform: Platform, { cluster, namespace }: Logging): KubernetesObject {
  return {
    apiVersion: "argoproj.io/v1alpha1",
    kind: "Application",
    metadata: argoMetadata(platform, LOGGING_NAME, APPS_WAVE.application, {
      annotations: { "argocd.argoproj.io/manifest-generate-paths": "." },
    }),
    spec: {
      project: LOGGING_NAME,
      source: {
        repoURL: platform.repository.url,
        targetRevision: platform.repository.branch,
        path: `apps/${LOGGING_NAME}`,
      },
      destination: { ...cluster, namespace },
      revisionHistoryLimit: 10,
      syncPolicy: syncPolicy(platform.argocd.version, POLICY, ENVIRONMENT_OPTIONS),
    },
  };
}

/** More often than the others: the operator's images may take minutes to arrive. */
const POLICY = { sync: "automated", prune: true, selfHeal: true, retries: 10 } as const;
