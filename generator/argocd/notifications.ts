import type { Platform } from "../model/environment.ts";
import type { AppFile } from "./index.ts";
import { githubService } from "./notification-service.ts";
import { TEMPLATES } from "./notification-templates.ts";
import { TRIGGER, TRIGGER_NAME } from "./notification-trigger.ts";

/** Below `apps/`; no environment may be called so. */
export const NOTIFICATIONS_FOLDER = "notifications";

/**
 * The service of the notifications controller. A name of its own, where most take the type's name, leaves a service `github` of
 * another team as it is (notifications-engine `pkg/api/config.go`: `service.<type>.<name>`).
 */
const SERVICE = "milvus-gitops";

/**
 * What Argo CD's notifications controller needs to report environments to GitHub: keys of its one ConfigMap, which it shares with all
 * that is told to anybody. A person applies them server-side, so that the keys of others stay. The root does not: its project
 * may write Applications and AppProjects alone.
 */
export function notificationFiles(platform: Platform): readonly AppFile[] {
  if (platform.notifications.github === "off") return [];
  const parts = [
    { key: `service.github.${SERVICE}`, file: "service.yaml", value: githubService(platform.repository.url) },
    { key: `trigger.${TRIGGER_NAME}`, file: "trigger.yaml", value: TRIGGER },
    ...TEMPLATES.map(({ name, value }) => ({ key: `template.${name}`, file: `${name}.yaml`, value })),
  ];
  const files = parts.map(({ key, file }) => `${key}=${file}`);
  const folder = `apps/${NOTIFICATIONS_FOLDER}`;
  const source = "gitops.yaml";
  return [
    { path: `${folder}/kustomization.yaml`, source, value: kustomization(platform, files) },
    ...parts.map(({ file, value }) => ({ path: `${folder}/${file}`, source, value })),
  ];
}

/** The subscription of an Application, which needs no recipient: where to report is in the Application itself. */
export function subscription({ notifications }: Platform): Readonly<Record<string, string>> {
  return notifications.github === "off" ? {} : { [`notifications.argoproj.io/subscribe.${TRIGGER_NAME}.${SERVICE}`]: "" };
}

function kustomization({ argocd }: Platform, files: readonly string[]) {
  const options = { disableNameSuffixHash: true };
  return {
    apiVersion: "kustomize.config.k8s.io/v1beta1",
    kind: "Kustomization",
    namespace: argocd.namespace,
    configMapGenerator: [{ name: "argocd-notifications-cm", files, options }],
  };
}
