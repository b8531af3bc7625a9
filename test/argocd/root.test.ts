import { describe, expect, it } from "vitest";
import { rootApplication, rootProject } from "../../generator/argocd/root.ts";
import { ARGOCD_LABELS, aPlatform, CHILD_GUARDS } from "./platform.ts";

const METADATA = { name: "milvus-root", namespace: "argocd", labels: ARGOCD_LABELS };
const DESTINATION = { server: "https://kubernetes.default.svc", namespace: "argocd" };

describe("rootProject", () => {
  it("allows Applications and AppProjects in Argo CD's namespace, and nothing else", () => {
    expect(rootProject(aPlatform())).toEqual({
      apiVersion: "argoproj.io/v1alpha1",
      kind: "AppProject",
      metadata: { ...METADATA, annotations: { ...CHILD_GUARDS, "argocd.argoproj.io/sync-wave": "0" } },
      spec: {
        description: "The Applications and AppProjects of all environments, and nothing else.",
        sourceRepos: ["https://github.com/acme/milvus.git"],
        destinations: [DESTINATION],
        namespaceResourceWhitelist: [
          { group: "argoproj.io", kind: "Application" },
          { group: "argoproj.io", kind: "AppProject" },
        ],
      },
    });
  });
});

describe("rootApplication", () => {
  it("keeps apps/ applied, itself included, and prunes nothing by itself", () => {
    expect(rootApplication(aPlatform())).toEqual({
      apiVersion: "argoproj.io/v1alpha1",
      kind: "Application",
      metadata: {
        ...METADATA,
        annotations: {
          ...CHILD_GUARDS,
          "argocd.argoproj.io/manifest-generate-paths": ".",
          "argocd.argoproj.io/sync-wave": "1",
        },
      },
      spec: {
        project: "milvus-root",
        source: { repoURL: "https://github.com/acme/milvus.git", targetRevision: "main", path: "apps" },
        destination: DESTINATION,
        revisionHistoryLimit: 10,
        syncPolicy: {
          automated: { enabled: true, prune: false, selfHeal: true, allowEmpty: false },
          retry: { limit: 5, refresh: true, backoff: { duration: "10s", factor: 2, maxDuration: "5m" } },
          syncOptions: ["FailOnSharedResource=true", "PruneLast=true", "ServerSideApply=true"],
        },
      },
    });
  });

  it("is automated in Argo CD 3.0 without the switch that came later", () => {
    expect(rootApplication(aPlatform({ major: 3, minor: 0 })).spec).toMatchObject({
      syncPolicy: { automated: { prune: false, selfHeal: true, allowEmpty: false } },
    });
    expect(rootApplication(aPlatform({ major: 3, minor: 0 })).spec).not.toHaveProperty("syncPolicy.automated.enabled");
  });
});
