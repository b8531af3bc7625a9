/** The names of the templates by what has happened. */
export const DEPLOYMENT = { healthy: "milvus-deployment-healthy", failed: "milvus-deployment-failed" } as const;
export const STATUS = { healthy: "milvus-status-healthy", failed: "milvus-status-failed" } as const;

/** At most 140 characters arrive at GitHub. */
const MESSAGE =
  "{{.app.metadata.name}}: sync {{.app.status.operationState.phase}}, health {{.app.status.health.status}}, {{.app.status.sync.status}}.";

/** Empty where nobody has told the controller Argo CD's own address: GitHub refuses a link without a host. */
const LINK = "{{with .context.argocdUrl}}{{.}}/applications/{{$.app.metadata.name}}{{end}}";

/**
 * What is sent, in the fields of notifications-engine `pkg/services/github.go` (`GitHubNotification`). The commit is the one that the
 * last sync took, not the newest that was looked at.
 */
export const TEMPLATES = [
  { name: DEPLOYMENT.healthy, value: deployment("success") },
  { name: DEPLOYMENT.failed, value: deployment("failure") },
  { name: STATUS.healthy, value: status("success") },
  { name: STATUS.failed, value: status("failure") },
] as const;

/**
 * GitHub would merge the default branch into an older commit first, and wait for every status of the commit, which Argo CD did not
 * wait for; both are switched off.
 */
function deployment(state: "success" | "failure") {
  const environment = "{{.app.metadata.name}}";
  return report({ deployment: { state, environment, logURL: LINK, requiredContexts: [], autoMerge: false } });
}

function status(state: "success" | "failure") {
  return report({ status: { state, label: "argocd/{{.app.metadata.name}}", targetURL: LINK } });
}

function report(what: object) {
  const revisionPath = "{{.app.status.operationState.syncResult.revision}}";
  return { message: MESSAGE, github: { repoURLPath: "{{.app.spec.source.repoURL}}", revisionPath, ...what } };
}
