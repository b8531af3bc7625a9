import type { ArgoCdVersion } from "../model/environment.ts";

/**
 * The first Argo CD that knows each field (argo-cd `pkg/apis/application/v1alpha1/types.go` of the tags v2.14.0 to v3.5.1). An
 * older CRD drops the field, and the root would see drift without end.
 */
const SINCE = {
  /** `syncPolicy.automated.enabled` */
  automatedEnabled: { major: 3, minor: 1 },
  /** `syncPolicy.retry.refresh` */
  retryRefresh: { major: 3, minor: 2 },
  /** `clusterResourceWhitelist[].name` */
  clusterResourceName: { major: 3, minor: 3 },
  /** `syncWindows[].syncOverrun` */
  syncOverrun: { major: 3, minor: 5 },
} as const;

export function hasFeature(version: ArgoCdVersion, feature: keyof typeof SINCE): boolean {
  const since = SINCE[feature];
  return version.major > since.major || (version.major === since.major && version.minor >= since.minor);
}
