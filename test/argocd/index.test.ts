import { describe, expect, it } from "vitest";
import { environmentApplication } from "../../generator/argocd/application.ts";
import { type AppFile, buildApps } from "../../generator/argocd/index.ts";
import { environmentProject } from "../../generator/argocd/project.ts";
import { rootApplication, rootProject } from "../../generator/argocd/root.ts";
import { checkApps } from "../../generator/checks/gitops/index.ts";
import { checkSchemas } from "../../generator/checks/schema.ts";
import type { KubernetesObject } from "../../generator/kubernetes/resource.ts";
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

  it.each([0, 1, 2, 3, 4, 5])(
    "passes the checks of all Applications together, and their schemas, for Argo CD 3.%i",
    async (minor) => {
      const objects = argoObjects(buildApps(aPlatform({ major: 3, minor }), [PROD, DEV]));

      expect(objects).toHaveLength(6);
      expect(checkApps(objects)).toEqual([]);
      expect(await checkSchemas(objects)).toEqual([]);
    },
  );

  it("gives an environment the name of the root only to be refused", () => {
    const root = anEnvironment({ name: "root", namespace: "milvus-x" });

    expect(checkApps(argoObjects(buildApps(aPlatform(), [root]))).filter(({ code }) => code === "E_DUP")).toEqual([
      {
        code: "E_DUP",
        object: "AppProject argocd/milvus-root",
        message: "The object is defined twice.",
        remedy: "Rename or remove one of the two.",
      },
      {
        code: "E_DUP",
        object: "Application argocd/milvus-root",
        message: "The object is defined twice.",
        remedy: "Rename or remove one of the two.",
      },
    ]);
  });
});

function argoObjects(files: readonly AppFile[]): KubernetesObject[] {
  return files.map(({ value }) => value as KubernetesObject).filter(({ kind }) => kind !== "Kustomization");
}
