import { describe, expect, it } from "vitest";
import { buildApps } from "../../generator/argocd/index.ts";
import { loggingApplication, loggingProject } from "../../generator/argocd/logging.ts";
import { problemsOf } from "../../generator/checks/broken-invariants.ts";
import { isPermitted } from "../../generator/checks/gitops/narrow-projects.ts";
import type { ProjectSpec } from "../../generator/checks/gitops/objects.ts";
import { PLATFORM_INVARIANTS } from "../../generator/checks/invariants.ts";
import { platformTree } from "../../generator/commands/check-plan.ts";
import { withField } from "../checks/objects.ts";
import { aLogging, loggingObjects } from "../logging/objects.ts";
import { ARGOCD_LABELS, aPlatform, CHILD_GUARDS } from "./platform.ts";

const LOGGING = aLogging({ cluster: { name: "eu-1" } });
const PLATFORM = { ...aPlatform(), logging: LOGGING };
const DESTINATION = { name: "eu-1", namespace: "logging" };
const REPOSITORY = "https://github.com/acme/milvus.git";
const NAME = "addon-logging";

describe("the add-on logging", () => {
  it("is an Application of its folder, which prunes and never cascades", () => {
    const application = loggingApplication(PLATFORM, LOGGING);

    expect(application.metadata).toEqual({
      namespace: "argocd",
      name: NAME,
      labels: ARGOCD_LABELS,
      annotations: {
        ...CHILD_GUARDS,
        "argocd.argoproj.io/manifest-generate-paths": ".",
        "argocd.argoproj.io/sync-wave": "1",
      },
    });
    expect(application.spec).toMatchObject({
      project: NAME,
      source: { repoURL: REPOSITORY, targetRevision: "main", path: "apps/addon-logging" },
      destination: DESTINATION,
      syncPolicy: { automated: { enabled: true, prune: true, selfHeal: true, allowEmpty: false }, retry: { limit: 10 } },
    });
  });

  it("has a project for one repository, one namespace, and the kinds of its folder", () => {
    const { spec } = loggingProject(PLATFORM, LOGGING) as unknown as { readonly spec: ProjectSpec };

    expect(spec).toMatchObject({
      sourceRepos: [REPOSITORY],
      destinations: [DESTINATION],
      clusterResourceWhitelist: [{ group: "", kind: "Namespace", name: "logging" }],
    });
    const kinds = loggingObjects().map(({ apiVersion, kind }) => ({ group: groupOf(apiVersion), kind }));
    expect(kinds.filter((kind) => kind.kind !== "Namespace" && !isPermitted(kind, spec))).toEqual([]);
    expect(isPermitted({ group: "", kind: "Secret" }, spec)).toBe(false);
  });

  it("stands beside the root, and breaks no invariant of Argo CD's objects", async () => {
    expect(buildApps(PLATFORM, []).map(({ path }) => path)).toEqual([
      "apps/kustomization.yaml",
      "apps/root-project.yaml",
      "apps/root.yaml",
      "apps/addon-logging-project.yaml",
      "apps/addon-logging.yaml",
    ]);
    expect(await problems(tree())).toEqual([]);
  });

  it.each([
    { target: `Application ${NAME}`, path: "spec.source.path", value: "apps", invariant: "application-syncs-its-folder" },
    {
      target: `AppProject ${NAME}`,
      path: "spec.clusterResourceWhitelist.1",
      value: { group: "rbac.authorization.k8s.io", kind: "ClusterRole" },
      invariant: "project-is-narrow",
    },
  ])("may not be more than that: $invariant", async ({ target, path, value, invariant }) => {
    const { applications, ...rest } = tree();

    expect(await problems({ ...rest, applications: withField(applications, target, path, value) })).toEqual([invariant]);
  });
});

function groupOf(apiVersion: string): string {
  return apiVersion.includes("/") ? (apiVersion.split("/")[0] ?? "") : "";
}

function tree() {
  return platformTree({ platform: PLATFORM, environments: [] }, []);
}

async function problems(tree: ReturnType<typeof platformTree>): Promise<string[]> {
  return (await problemsOf(PLATFORM_INVARIANTS, tree)).map(({ invariant }) => invariant);
}
