import type { Family, RoleName } from "../../model/environment.ts";
import { RELEASES, type RoleKind } from "../../model/releases/index.ts";
import { ROLE_KINDS } from "../../model/releases/role-kinds.ts";

/** Seconds in which load balancers and clients learn that a proxy goes, while it still answers. */
const DRAIN_SECONDS = 30;

/** Seconds beyond Milvus' own stop timeout, in which it closes what it has open. */
const MARGIN_SECONDS: Readonly<Record<RoleKind, number>> = { worker: 300, coordinator: 55, proxy: 30 };

/** Seconds in which a new pod gets its image, starts and becomes ready. */
const START_SECONDS = 600;

/** The kubelet's patience: its default of 30 s takes segments away before another node has loaded them (milvus-helm#313). */
export function gracePeriodSeconds(family: Family, role: RoleName): number {
  const kind = ROLE_KINDS[role];
  return drainSeconds(kind) + RELEASES[family].stopTimeoutSeconds[kind] + MARGIN_SECONDS[kind];
}

/** Above the grace period: a worker that hands over slowly is no failed roll-out. */
export function progressDeadlineSeconds(family: Family, role: RoleName): number {
  return gracePeriodSeconds(family, role) + START_SECONDS;
}

/**
 * A proxy serves on while it leaves the endpoints. The image has `sleep`; the kubelet's own sleep action is in every cluster only
 * from Kubernetes 1.30 on.
 */
export function lifecycle(role: RoleName) {
  const seconds = drainSeconds(ROLE_KINDS[role]);
  return seconds === 0 ? undefined : { preStop: { exec: { command: ["sleep", String(seconds)] } } };
}

function drainSeconds(kind: RoleKind): number {
  return kind === "proxy" ? DRAIN_SECONDS : 0;
}
