import { describe, expect, it } from "vitest";
import { environmentApplication } from "../../generator/argocd/application.ts";
import { buildApps } from "../../generator/argocd/index.ts";
import { notificationFiles } from "../../generator/argocd/notifications.ts";
import type { Platform } from "../../generator/model/environment.ts";
import { anEnvironment } from "../support/environments.ts";
import { aPlatform } from "./platform.ts";

/**
 * The JSON names of the fields in notifications-engine v0.5.1-0.20260503100631-0cff13b8a717, which Argo CD 3.5 is built with. All of them
 * are in v0.4.1-0.20250309174002-87bf0576a872 of Argo CD 3.0 too.
 */
const FIELDS = {
  /** pkg/services/github.go, GitHubOptions */
  service: ["appID", "installationID", "privateKey", "enterpriseBaseURL"],
  /** pkg/triggers/service.go, Condition */
  condition: ["oncePer", "when", "description", "send"],
  /** pkg/services/services.go, Notification, as far as every service reads it */
  template: ["message", "github"],
  /** pkg/services/github.go, GitHubNotification */
  github: ["status", "deployment", "repoURLPath", "revisionPath"],
  /** pkg/services/github.go, GitHubStatus */
  status: ["state", "label", "targetURL"],
  /** pkg/services/github.go, GitHubDeployment */
  deployment: ["state", "environment", "environmentURL", "logURL", "requiredContexts", "autoMerge", "transientEnvironment"],
};

const REPORT = {
  message:
    "{{.app.metadata.name}}: sync {{.app.status.operationState.phase}}, health {{.app.status.health.status}}, {{.app.status.sync.status}}.",
  repoURLPath: "{{.app.spec.source.repoURL}}",
  revisionPath: "{{.app.status.operationState.syncResult.revision}}",
  link: "{{with .context.argocdUrl}}{{.}}/applications/{{$.app.metadata.name}}{{end}}",
};

describe("notificationFiles", () => {
  it("makes keys of the controller's one ConfigMap, by its name and in its namespace", () => {
    expect(files().get("apps/notifications/kustomization.yaml")).toEqual({
      apiVersion: "kustomize.config.k8s.io/v1beta1",
      kind: "Kustomization",
      namespace: "argocd",
      configMapGenerator: [
        {
          name: "argocd-notifications-cm",
          files: [
            "service.github.milvus-gitops=service.yaml",
            "trigger.milvus-environment=trigger.yaml",
            "template.milvus-deployment-healthy=milvus-deployment-healthy.yaml",
            "template.milvus-deployment-failed=milvus-deployment-failed.yaml",
            "template.milvus-status-healthy=milvus-status-healthy.yaml",
            "template.milvus-status-failed=milvus-status-failed.yaml",
          ],
          options: { disableNameSuffixHash: true },
        },
      ],
    });
  });

  it.each([
    { url: "https://github.com/acme/milvus.git", address: {} },
    { url: "ssh://git@ssh.github.com:443/acme/milvus.git", address: {} },
    { url: "git@github.example.com:acme/milvus.git", address: { enterpriseBaseURL: "https://github.example.com/api/v3" } },
    { url: "https://acme.ghe.com/acme/milvus.git", address: { enterpriseBaseURL: "https://api.acme.ghe.com" } },
  ])("takes the App from the Secret, and asks the GitHub of $url", ({ url, address }) => {
    const platform = reporting();

    expect(files({ ...platform, repository: { ...platform.repository, url } }).get("apps/notifications/service.yaml")).toEqual({
      appID: "$milvus-gitops-github-app-id",
      installationID: "$milvus-gitops-github-installation-id",
      privateKey: "$milvus-gitops-github-private-key",
      ...address,
    });
  });

  it("reports each commit that was synced, with what became of it", () => {
    expect(files().get("apps/notifications/milvus-deployment-failed.yaml")).toEqual({
      message: REPORT.message,
      github: {
        repoURLPath: REPORT.repoURLPath,
        revisionPath: REPORT.revisionPath,
        deployment: {
          state: "failure",
          environment: "{{.app.metadata.name}}",
          logURL: REPORT.link,
          requiredContexts: [],
          autoMerge: false,
        },
      },
    });
    expect(files().get("apps/notifications/milvus-status-healthy.yaml")).toEqual({
      message: REPORT.message,
      github: {
        repoURLPath: REPORT.repoURLPath,
        revisionPath: REPORT.revisionPath,
        status: { state: "success", label: "argocd/{{.app.metadata.name}}", targetURL: REPORT.link },
      },
    });
  });

  it("says healthy only of what is synced, failed of nothing that a sync is at, and either again when it changes", () => {
    const [healthy, , failed] = trigger();

    expect(healthy).toEqual({
      description: "Synced and healthy",
      when: "app.status?.operationState?.phase == 'Succeeded' and app.status.sync.status == 'Synced' and app.status.health.status == 'Healthy'",
      oncePer:
        "[app.status.operationState.syncResult.revision, app.status.operationState.finishedAt, app.status.health?.lastTransitionTime]",
      send: ["milvus-deployment-healthy"],
    });
    expect(failed?.when).toBe(
      "(app.status?.operationState?.syncResult?.revision ?? '') != '' and (app.status.operationState.phase in ['Error', 'Failed'] or (app.status.operationState.phase == 'Succeeded' and app.status?.health?.status == 'Degraded'))",
    );
  });

  it("sends templates that are there, and each of them", () => {
    const templates = [...files().keys()].flatMap((path) => /\/(milvus-.+)\.yaml$/.exec(path)?.[1] ?? []);

    expect(trigger().flatMap(({ send }) => send)).toHaveLength(4);
    expect(new Set(trigger().flatMap(({ send }) => send))).toEqual(new Set(templates));
  });

  it("uses only fields that the controller knows", () => {
    const templates = [...files()].filter(([path]) => path.includes("/milvus-")).map(([, value]) => value as Template);

    expect(FIELDS.service).toEqual(expect.arrayContaining(Object.keys(files().get("apps/notifications/service.yaml") ?? {})));
    for (const condition of trigger()) expect(FIELDS.condition).toEqual(expect.arrayContaining(Object.keys(condition)));
    expect(templates).toHaveLength(4);
    for (const template of templates) {
      expect(FIELDS.template).toEqual(expect.arrayContaining(Object.keys(template)));
      expect(FIELDS.github).toEqual(expect.arrayContaining(Object.keys(template.github)));
      expect(FIELDS.status).toEqual(expect.arrayContaining(Object.keys(template.github.status ?? {})));
      expect(FIELDS.deployment).toEqual(expect.arrayContaining(Object.keys(template.github.deployment ?? {})));
    }
  });

  it("opens and closes every action of a template", () => {
    const texts = [...files().values()].flatMap(textsOf).filter((text) => text.includes("{{"));

    expect(texts).not.toEqual([]);
    for (const text of texts) {
      const actions = text.match(/\{\{.*?\}\}/g) ?? [];
      expect(text.split(/\{\{.*?\}\}/).join("")).not.toMatch(/\{\{|\}\}/);
      expect(actions.filter((action) => action.startsWith("{{with "))).toHaveLength(
        actions.filter((action) => action === "{{end}}").length,
      );
    }
  });

  it("makes nothing unless gitops.yaml asks for it, and lets the root apply nothing of it", () => {
    const paths = (platform: Platform) => buildApps(platform, []).map(({ path }) => path);

    expect(paths(aPlatform())).toEqual(["apps/kustomization.yaml", "apps/root-project.yaml", "apps/root.yaml"]);
    expect(paths(reporting())).toHaveLength(10);
    expect(buildApps(reporting(), [])[0]?.value).toMatchObject({ resources: ["root-project.yaml", "root.yaml"] });
  });
});

describe("the Application of an environment", () => {
  const KEY = "notifications.argoproj.io/subscribe.milvus-environment.milvus-gitops";
  const MINE = "notifications.argoproj.io/subscribe.on-sync-failed.slack";

  it("subscribes to the reports beside what a team subscribes to", () => {
    const { argocd } = anEnvironment();
    const environment = anEnvironment({ argocd: { ...argocd, annotations: { [MINE]: "search" } } });
    const annotations = (platform: Platform) => environmentApplication(platform, environment).metadata.annotations;

    expect(annotations(reporting())).toMatchObject({ [KEY]: "", [MINE]: "search" });
    expect(annotations(aPlatform())).not.toHaveProperty([KEY]);
  });
});

interface Condition {
  readonly when: string;
  readonly send: readonly string[];
}

interface Template {
  readonly github: { readonly status?: object; readonly deployment?: object };
}

function reporting(): Platform {
  return { ...aPlatform(), notifications: { github: "on" } };
}

function files(platform: Platform = reporting()): ReadonlyMap<string, object> {
  return new Map(notificationFiles(platform).map(({ path, value }) => [path, value]));
}

function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

function trigger(): readonly Condition[] {
  return files().get("apps/notifications/trigger.yaml") as readonly Condition[];
}
