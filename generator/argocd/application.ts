import { defined } from "../kubernetes/defined.ts";
import type { KubernetesObject } from "../kubernetes/resource.ts";
import type { Environment, Platform } from "../model/environment.ts";
import { roleIdentity } from "../model/identities.ts";
import { environmentLabels } from "../model/labels.ts";
import { APPS_WAVE, argoMetadata } from "./metadata.ts";
import { applicationName } from "./names.ts";
import { subscription } from "./notifications.ts";
import { ENVIRONMENT_OPTIONS, syncPolicy } from "./sync-policy.ts";

/**
 * Everything of one environment, in one Application: its waves order the roll-out inside, which waves between Applications would
 * not (argo-cd#3781). It has no finalizer, so deleting it leaves workloads and data where they are. It does without
 * `ServerSideDiff`: where the API server cannot merge a change by hand, as of a Service's port, that shows Synced what is not.
 */
export function environmentApplication(platform: Platform, environment: Environment): KubernetesObject {
  const name = applicationName(environment.name);
  return {
    apiVersion: "argoproj.io/v1alpha1",
    kind: "Application",
    metadata: argoMetadata(platform, name, APPS_WAVE.application, {
      labels: environmentLabels(environment),
      annotations: {
        ...environment.argocd.annotations,
        ...subscription(platform),
        // Only a commit in `base/` or in the overlay renders the environment again.
        "argocd.argoproj.io/manifest-generate-paths": ".;/base",
      },
    }),
    spec: defined({
      project: name,
      source: {
        repoURL: platform.repository.url,
        targetRevision: platform.repository.branch,
        path: `overlays/${environment.name}`,
      },
      destination: { ...environment.cluster, namespace: environment.namespace },
      revisionHistoryLimit: 10,
      syncPolicy: syncPolicy(platform.argocd.version, environment.argocd, options(environment)),
      ignoreDifferences: autoscaled(environment),
    }),
  };
}

/** Without the option Argo CD would not show the number of pods as drift, and still set it back with the next change. */
function options(environment: Environment): readonly string[] {
  return autoscaled(environment).length === 0 ? ENVIRONMENT_OPTIONS : [...ENVIRONMENT_OPTIONS, "RespectIgnoreDifferences=true"];
}

/** The one field of the one kind that others than Git may write. */
function autoscaled({ milvus }: Environment) {
  return milvus.roles
    .filter(({ autoscaling }) => autoscaling !== undefined)
    .map((role) => ({
      group: "apps",
      kind: "Deployment",
      name: roleIdentity(role).name,
      jsonPointers: ["/spec/replicas"],
    }));
}
