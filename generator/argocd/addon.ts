import type { KubernetesObject } from "../kubernetes/resource.ts";
import type { Addon, Platform } from "../model/environment.ts";
import { APPS_WAVE, argoMetadata } from "./metadata.ts";
import { addonName } from "./names.ts";
import { ROOT_OPTIONS, syncPolicy } from "./sync-policy.ts";

/** Kinds without a namespace that charts of operators bring. */
const CLUSTER_KINDS = [
  { group: "apiextensions.k8s.io", kind: "CustomResourceDefinition" },
  { group: "rbac.authorization.k8s.io", kind: "ClusterRole" },
  { group: "rbac.authorization.k8s.io", kind: "ClusterRoleBinding" },
] as const;

/** One chart repository and one namespace. Rights over the cluster are what an operator is for, so they are not withheld. */
export function addonProject(platform: Platform, { name, cluster, namespace, chart }: Addon): KubernetesObject {
  return {
    apiVersion: "argoproj.io/v1alpha1",
    kind: "AppProject",
    metadata: argoMetadata(platform, addonName(name), APPS_WAVE.project),
    spec: {
      description: `The add-on ${name}, of the chart ${chart.name}.`,
      sourceRepos: [chart.repository],
      destinations: [{ ...cluster, namespace }],
      clusterResourceWhitelist: [{ group: "", kind: "Namespace" }, ...CLUSTER_KINDS],
    },
  };
}

/** The chart in a pinned version. No tree of ours holds its Namespace, so Argo CD makes it. */
export function addonApplication(platform: Platform, { name, cluster, namespace, chart, values }: Addon): KubernetesObject {
  const options = [...ROOT_OPTIONS, "ApplyOutOfSyncOnly=true", "CreateNamespace=true"];
  return {
    apiVersion: "argoproj.io/v1alpha1",
    kind: "Application",
    metadata: argoMetadata(platform, addonName(name), APPS_WAVE.application),
    spec: {
      project: addonName(name),
      source: {
        repoURL: chart.repository,
        chart: chart.name,
        targetRevision: chart.version,
        helm: { releaseName: chart.name, valuesObject: values },
      },
      destination: { ...cluster, namespace },
      revisionHistoryLimit: 10,
      syncPolicy: syncPolicy(platform.argocd.version, POLICY, options),
    },
  };
}

const POLICY = { sync: "automated", prune: true, selfHeal: true, retries: 5 } as const;
