import { defined } from "../kubernetes/defined.ts";
import type { KubernetesObject } from "../kubernetes/resource.ts";
import type { Environment, Platform } from "../model/environment.ts";
import { environmentLabels } from "../model/labels.ts";
import { hasFeature } from "./features.ts";
import { FORBIDDEN_KINDS, GENERATED_KINDS } from "./kinds.ts";
import { APPS_WAVE, argoMetadata } from "./metadata.ts";
import { applicationName } from "./names.ts";
import { syncWindows } from "./sync-windows.ts";

/** The least an environment needs: one repository, one namespace of one cluster, and the kinds that it holds. */
export function environmentProject(platform: Platform, environment: Environment): KubernetesObject {
  return {
    apiVersion: "argoproj.io/v1alpha1",
    kind: "AppProject",
    metadata: argoMetadata(platform, applicationName(environment.name), APPS_WAVE.project, {
      labels: environmentLabels(environment),
    }),
    spec: defined({
      description: `What Git may change in the environment ${environment.name}.`,
      sourceRepos: [platform.repository.url],
      destinations: [{ ...environment.cluster, namespace: environment.namespace }],
      clusterResourceWhitelist: [ownNamespace(platform, environment)],
      namespaceResourceBlacklist: [...FORBIDDEN_KINDS],
      // `custom/` may hold any other kind; without it, nothing but what is generated.
      namespaceResourceWhitelist: environment.hasCustom ? [] : [...GENERATED_KINDS],
      // What people left in the namespace is in nobody's Git: it is shown, and never touched.
      orphanedResources: { warn: true },
      syncWindows: syncWindows(platform.argocd.version, environment),
    }),
  };
}

/** The Namespace by name, where Argo CD can tell one from another. */
function ownNamespace(platform: Platform, { namespace }: Environment) {
  return defined({
    group: "",
    kind: "Namespace",
    name: hasFeature(platform.argocd.version, "clusterResourceName") ? namespace : undefined,
  });
}
