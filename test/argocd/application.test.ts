import { describe, expect, it } from "vitest";
import { environmentApplication } from "../../generator/argocd/application.ts";
import type { ArgoCd } from "../../generator/model/environment.ts";
import { anEnvironment } from "../support/environments.ts";
import { ARGOCD_LABELS, aPlatform, CHILD_GUARDS } from "./platform.ts";

const ANNOTATIONS = {
  ...CHILD_GUARDS,
  "argocd.argoproj.io/manifest-generate-paths": ".;/base",
  "argocd.argoproj.io/sync-wave": "1",
};
const SYNC_OPTIONS = ["ApplyOutOfSyncOnly=true", "FailOnSharedResource=true", "PruneLast=true", "ServerSideApply=true"];
const BACKOFF = { duration: "10s", factor: 2, maxDuration: "5m" };

describe("environmentApplication", () => {
  it("syncs the overlay into its namespace by itself, heals and prunes, and never empties it", () => {
    expect(environmentApplication(aPlatform(), anEnvironment({ labels: { team: "search" } }))).toEqual({
      apiVersion: "argoproj.io/v1alpha1",
      kind: "Application",
      metadata: {
        name: "milvus-prod",
        namespace: "argocd",
        labels: { ...ARGOCD_LABELS, environment: "prod", team: "search" },
        annotations: ANNOTATIONS,
      },
      spec: {
        project: "milvus-prod",
        source: { repoURL: "https://github.com/acme/milvus.git", targetRevision: "main", path: "overlays/prod" },
        destination: { name: "in-cluster", namespace: "milvus-prod" },
        revisionHistoryLimit: 10,
        syncPolicy: {
          automated: { enabled: true, prune: true, selfHeal: true, allowEmpty: false },
          retry: { limit: 5, refresh: true, backoff: BACKOFF },
          syncOptions: SYNC_OPTIONS,
        },
      },
    });
  });

  it("syncs by hand where the environment says so, to a cluster by its address", () => {
    const environment = anEnvironment({
      name: "dev",
      namespace: "vectors",
      cluster: { server: "https://10.0.0.1:6443" },
      argocd: argocd({ sync: "manual", prune: false, selfHeal: false, retries: 0 }),
    });

    expect(environmentApplication(aPlatform({ major: 3, minor: 5 }), environment)).toEqual({
      apiVersion: "argoproj.io/v1alpha1",
      kind: "Application",
      metadata: {
        name: "milvus-dev",
        namespace: "argocd",
        labels: { ...ARGOCD_LABELS, environment: "dev" },
        annotations: ANNOTATIONS,
      },
      spec: {
        project: "milvus-dev",
        source: { repoURL: "https://github.com/acme/milvus.git", targetRevision: "main", path: "overlays/dev" },
        destination: { server: "https://10.0.0.1:6443", namespace: "vectors" },
        revisionHistoryLimit: 10,
        syncPolicy: {
          automated: { enabled: false, prune: false, selfHeal: false, allowEmpty: false },
          retry: { limit: 0, refresh: true, backoff: BACKOFF },
          syncOptions: SYNC_OPTIONS,
        },
      },
    });
  });

  it.each([
    { minor: 0, sync: "automated", automated: { prune: true, selfHeal: true, allowEmpty: false }, refresh: {} },
    { minor: 0, sync: "manual", automated: undefined, refresh: {} },
    { minor: 1, sync: "manual", automated: { enabled: false, prune: true, selfHeal: true, allowEmpty: false }, refresh: {} },
    {
      minor: 2,
      sync: "manual",
      automated: { enabled: false, prune: true, selfHeal: true, allowEmpty: false },
      refresh: { refresh: true },
    },
  ] as const)("writes for Argo CD 3.$minor, $sync, only what that version knows", ({ minor, sync, automated, refresh }) => {
    const { spec } = environmentApplication(aPlatform({ major: 3, minor }), anEnvironment({ argocd: argocd({ sync }) }));

    expect((spec as { syncPolicy: object }).syncPolicy).toEqual({
      ...(automated === undefined ? {} : { automated }),
      retry: { limit: 5, ...refresh, backoff: BACKOFF },
      syncOptions: SYNC_OPTIONS,
    });
  });

  it("takes a team's annotations, but none that lifts a guard or moves it to another wave", () => {
    const annotations = {
      "notifications.argoproj.io/subscribe.on-sync-failed.slack": "search",
      "argocd.argoproj.io/sync-options": "Prune=true",
      "argocd.argoproj.io/sync-wave": "9",
    };

    expect(
      environmentApplication(aPlatform(), anEnvironment({ argocd: argocd({ annotations }) })).metadata.annotations,
    ).toEqual({
      ...ANNOTATIONS,
      "notifications.argoproj.io/subscribe.on-sync-failed.slack": "search",
    });
  });
});

function argocd(overrides: Partial<ArgoCd>): ArgoCd {
  return { ...anEnvironment().argocd, ...overrides };
}
