import { DEPLOYMENT, STATUS } from "./notification-templates.ts";

/** The same name in the ConfigMap and in the annotation of an Application. */
export const TRIGGER_NAME = "milvus-environment";

/** In Git and in the cluster is the same, and all of it works. */
const HEALTHY =
  "app.status?.operationState?.phase == 'Succeeded' and app.status.sync.status == 'Synced' and app.status.health.status == 'Healthy'";

/**
 * The sync failed, or what it made does not work. What is degraded while a sync runs may be what that sync mends. A sync that did not
 * come as far as a commit has nothing that it could be reported of.
 */
const FAILED =
  "(app.status?.operationState?.syncResult?.revision ?? '') != '' and (app.status.operationState.phase in ['Error', 'Failed'] or (app.status.operationState.phase == 'Succeeded' and app.status?.health?.status == 'Degraded'))";

/** Once for each sync, and again when health changes after it: an environment that has recovered says so. */
const ONCE_PER =
  "[app.status.operationState.syncResult.revision, app.status.operationState.finishedAt, app.status.health?.lastTransitionTime]";

/**
 * When Argo CD reports an environment, in the fields of notifications-engine `pkg/triggers/service.go` (`Condition`). Deployment and
 * status are sent apart: GitHub takes 1,000 statuses of one commit, and a refused one would keep the deployment from being sent.
 */
export const TRIGGER = [
  condition("Synced and healthy", HEALTHY, DEPLOYMENT.healthy),
  condition("Synced and healthy", HEALTHY, STATUS.healthy),
  condition("The sync failed, or the environment is degraded", FAILED, DEPLOYMENT.failed),
  condition("The sync failed, or the environment is degraded", FAILED, STATUS.failed),
] as const;

function condition(description: string, when: string, template: string) {
  return { description, when, oncePer: ONCE_PER, send: [template] };
}
