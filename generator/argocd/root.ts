import type { KubernetesObject } from "../kubernetes/resource.ts";
import type { Platform } from "../model/environment.ts";
import { APPS_WAVE, argoMetadata } from "./metadata.ts";
import { ROOT_NAME } from "./names.ts";
import { ROOT_OPTIONS, syncPolicy } from "./sync-policy.ts";

/** The cluster that Argo CD itself runs in; the name of this cluster can be changed, its address cannot. */
const IN_CLUSTER = "https://kubernetes.default.svc";

/**
 * The root's project. Who may write Applications into Argo CD's namespace may do all that Argo CD may, so nothing but the root
 * is in it.
 */
export function rootProject(platform: Platform): KubernetesObject {
  return {
    apiVersion: "argoproj.io/v1alpha1",
    kind: "AppProject",
    metadata: argoMetadata(platform, ROOT_NAME, APPS_WAVE.project),
    spec: {
      description: "The Applications and AppProjects of all environments, and nothing else.",
      sourceRepos: [platform.repository.url],
      destinations: [destination(platform)],
      namespaceResourceWhitelist: [
        { group: "argoproj.io", kind: "Application" },
        { group: "argoproj.io", kind: "AppProject" },
      ],
    },
  };
}

/**
 * The Application that syncs `apps/`, itself included. It prunes nothing by itself: with pruning on, each child that its guard
 * keeps would be tried again for ever, and a confirmation that nobody gives would hold up all other environments. It marks as its
 * own only what it creates, so it is applied alone at first, with its project, and makes the rest. Who pauses an environment in an
 * emergency pauses the root first, or it heals the pause.
 */
export function rootApplication(platform: Platform): KubernetesObject {
  return {
    apiVersion: "argoproj.io/v1alpha1",
    kind: "Application",
    metadata: argoMetadata(platform, ROOT_NAME, APPS_WAVE.application, {
      annotations: { "argocd.argoproj.io/manifest-generate-paths": "." },
    }),
    spec: {
      project: ROOT_NAME,
      source: { repoURL: platform.repository.url, targetRevision: platform.repository.branch, path: "apps" },
      destination: destination(platform),
      revisionHistoryLimit: 10,
      syncPolicy: syncPolicy(platform.argocd.version, POLICY, ROOT_OPTIONS),
    },
  };
}

const POLICY = { sync: "automated", prune: false, selfHeal: true, retries: 5 } as const;

function destination(platform: Platform) {
  return { server: IN_CLUSTER, namespace: platform.argocd.namespace };
}
