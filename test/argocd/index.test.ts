import { describe, expect, it } from "vitest";
import { environmentApplication } from "../../generator/argocd/application.ts";
import { buildApps } from "../../generator/argocd/index.ts";
import { environmentProject } from "../../generator/argocd/project.ts";
import { rootApplication, rootProject } from "../../generator/argocd/root.ts";
import { problemsOf } from "../../generator/checks/broken-invariants.ts";
import type { PlatformTree } from "../../generator/checks/invariant.ts";
import { PLATFORM_INVARIANTS } from "../../generator/checks/invariants.ts";
import { environmentObjects, platformTree } from "../../generator/commands/check-plan.ts";
import { environmentTree } from "../../generator/commands/render-environments.ts";
import type { Environment, Platform } from "../../generator/model/environment.ts";
import { anEnvironment } from "../support/environments.ts";
import { aPlatform } from "./platform.ts";

const PROD = anEnvironment();
const DEV = anEnvironment({ name: "dev", namespace: "milvus-dev", argocd: { ...PROD.argocd, sync: "manual" } });
const KUSTOMIZATION = { apiVersion: "kustomize.config.k8s.io/v1beta1", kind: "Kustomization" };

describe("buildApps", () => {
  it("makes the root and a folder for each environment, each file with the one that a person edits", () => {
    const platform = aPlatform();

    expect(buildApps(platform, [PROD, DEV])).toEqual([
      {
        path: "apps/kustomization.yaml",
        source: "gitops.yaml",
        value: { ...KUSTOMIZATION, resources: ["root-project.yaml", "root.yaml", "dev", "prod"] },
      },
      { path: "apps/root-project.yaml", source: "gitops.yaml", value: rootProject(platform) },
      { path: "apps/root.yaml", source: "gitops.yaml", value: rootApplication(platform) },
      {
        path: "apps/prod/kustomization.yaml",
        source: "overlays/prod/environment.yaml",
        value: { ...KUSTOMIZATION, resources: ["project.yaml", "application.yaml"] },
      },
      {
        path: "apps/prod/project.yaml",
        source: "overlays/prod/environment.yaml",
        value: environmentProject(platform, PROD),
      },
      {
        path: "apps/prod/application.yaml",
        source: "overlays/prod/environment.yaml",
        value: environmentApplication(platform, PROD),
      },
      {
        path: "apps/dev/kustomization.yaml",
        source: "overlays/dev/environment.yaml",
        value: { ...KUSTOMIZATION, resources: ["project.yaml", "application.yaml"] },
      },
      { path: "apps/dev/project.yaml", source: "overlays/dev/environment.yaml", value: environmentProject(platform, DEV) },
      {
        path: "apps/dev/application.yaml",
        source: "overlays/dev/environment.yaml",
        value: environmentApplication(platform, DEV),
      },
    ]);
  });

  it("makes a root of nothing before there is an environment", () => {
    expect(buildApps(aPlatform(), []).map(({ path }) => path)).toEqual([
      "apps/kustomization.yaml",
      "apps/root-project.yaml",
      "apps/root.yaml",
    ]);
  });

  it.each([0, 1, 2, 3, 4, 5])("breaks no invariant of Argo CD's objects for Argo CD 3.%i", async (minor) => {
    const tree = treeOf({ platform: aPlatform({ major: 3, minor }), environments: [PROD, DEV] });

    expect(tree.applications).toHaveLength(6);
    expect(await problemsOf(PLATFORM_INVARIANTS, tree)).toEqual([]);
  });

  it("gives an environment the name of the root only to be refused", async () => {
    const root = anEnvironment({ name: "root", namespace: "milvus-x" });
    const problems = await problemsOf(PLATFORM_INVARIANTS, treeOf({ platform: aPlatform(), environments: [root] }));

    expect(problems.filter(({ code }) => code === "E_DUP").map(({ subject }) => subject)).toEqual([
      "AppProject argocd/milvus-root",
      "Application argocd/milvus-root",
    ]);
  });
});

function treeOf(plan: { platform: Platform; environments: Environment[] }): PlatformTree {
  return platformTree(
    plan,
    plan.environments.map((environment) => environmentTree(environment, environmentObjects(environment))),
  );
}
