import { defined } from "../kubernetes/defined.ts";
import type { ArgoCd, ArgoCdVersion } from "../model/environment.ts";
import { hasFeature } from "./features.ts";

/** How an Application syncs: by itself or by hand, how often it tries again, and what it may never do. */
export function syncPolicy(
  version: ArgoCdVersion,
  argocd: Pick<ArgoCd, "sync" | "prune" | "selfHeal" | "retries">,
  syncOptions: readonly string[],
) {
  return defined({
    automated: automated(version, argocd),
    retry: retry(version, argocd.retries),
    syncOptions: [...syncOptions],
  });
}

/** Of the root, which applies everything each time: what kubectl has made of it gets Argo CD's tracking mark only so. */
export const ROOT_OPTIONS: readonly string[] = [
  // An object of another Application is an error, not a tug-of-war.
  "FailOnSharedResource=true",
  // Old pods need the old ConfigMap until the new ones are ready.
  "PruneLast=true",
  "ServerSideApply=true",
];

/** Of an environment. A fix reaches the wave it belongs to even while an earlier wave is unhealthy. */
export const ENVIRONMENT_OPTIONS: readonly string[] = ["ApplyOutOfSyncOnly=true", ...ROOT_OPTIONS];

/** By hand, the policy is written but switched off; an Argo CD that has no such switch syncs by hand only without a policy. */
function automated(version: ArgoCdVersion, { sync, prune, selfHeal }: Pick<ArgoCd, "sync" | "prune" | "selfHeal">) {
  const policy = { prune, selfHeal, allowEmpty: false };
  if (hasFeature(version, "automatedEnabled")) return { enabled: sync === "automated", ...policy };
  return sync === "automated" ? policy : undefined;
}

/**
 * Argo CD tries a commit once and gives up for good, so retries bridge what passes by itself. With `refresh` a retry takes the
 * newest commit, so that a fix is not kept waiting by what it fixes (argo-cd#11494).
 */
function retry(version: ArgoCdVersion, limit: number) {
  return defined({
    limit,
    refresh: hasFeature(version, "retryRefresh") ? true : undefined,
    backoff: { duration: "10s", factor: 2, maxDuration: "5m" },
  });
}
