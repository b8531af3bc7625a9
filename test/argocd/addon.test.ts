import { describe, expect, it } from "vitest";
import { addonApplication, addonProject } from "../../generator/argocd/addon.ts";
import { buildApps } from "../../generator/argocd/index.ts";
import { problemsOf } from "../../generator/checks/broken-invariants.ts";
import { PLATFORM_INVARIANTS } from "../../generator/checks/invariants.ts";
import { platformTree } from "../../generator/commands/check-plan.ts";
import type { Addon } from "../../generator/model/environment.ts";
import { withField } from "../checks/objects.ts";
import { ARGOCD_LABELS, aPlatform, CHILD_GUARDS } from "./platform.ts";

const REPOSITORY = "https://charts.example.com";
const ADDON: Addon = {
  name: "prometheus",
  cluster: { name: "eu-1" },
  namespace: "monitoring",
  chart: { repository: REPOSITORY, name: "kube-prometheus-stack", version: "88.5.3" },
  values: { kubeEtcd: { enabled: false } },
};
const PLATFORM = { ...aPlatform(), addons: [ADDON] };
const NAME = "addon-prometheus";
const DESTINATION = { name: "eu-1", namespace: "monitoring" };

describe("an add-on", () => {
  it("is an Application of a chart in one version, with the values that it was given", () => {
    expect(addonApplication(PLATFORM, ADDON)).toMatchObject({
      metadata: { name: NAME, namespace: "argocd", labels: ARGOCD_LABELS, annotations: CHILD_GUARDS },
      spec: {
        project: NAME,
        source: {
          repoURL: REPOSITORY,
          chart: "kube-prometheus-stack",
          targetRevision: "88.5.3",
          helm: { releaseName: "kube-prometheus-stack", valuesObject: { kubeEtcd: { enabled: false } } },
        },
        destination: DESTINATION,
        syncPolicy: { automated: { enabled: true, prune: true, selfHeal: true, allowEmpty: false } },
      },
    });
  });

  it("has a project for its repository, its namespace and the kinds of an operator", () => {
    expect(addonProject(PLATFORM, ADDON).spec).toEqual({
      description: "The add-on prometheus, of the chart kube-prometheus-stack.",
      sourceRepos: [REPOSITORY],
      destinations: [DESTINATION],
      clusterResourceWhitelist: [
        { group: "", kind: "Namespace" },
        { group: "apiextensions.k8s.io", kind: "CustomResourceDefinition" },
        { group: "rbac.authorization.k8s.io", kind: "ClusterRole" },
        { group: "rbac.authorization.k8s.io", kind: "ClusterRoleBinding" },
      ],
    });
  });

  it("stands beside the root, and breaks no invariant of Argo CD's objects", async () => {
    const files = buildApps(PLATFORM, []);

    expect(files.map(({ path }) => path)).toEqual([
      "apps/kustomization.yaml",
      "apps/root-project.yaml",
      "apps/root.yaml",
      "apps/addon-prometheus-project.yaml",
      "apps/addon-prometheus.yaml",
    ]);
    expect(files[0]?.value).toMatchObject({
      resources: ["root-project.yaml", "root.yaml", "addon-prometheus-project.yaml", "addon-prometheus.yaml"],
    });
    expect(await problems(tree())).toEqual([]);
  });

  it.each([
    {
      path: "spec.clusterResourceWhitelist.4",
      value: { group: "admissionregistration.k8s.io", kind: "MutatingWebhookConfiguration" },
      invariant: "project-is-narrow",
    },
    { path: "spec.destinations.1", value: { name: "eu-1", namespace: "kube-system" }, invariant: "project-is-narrow" },
  ])("may not reach further: $invariant", async ({ path, value, invariant }) => {
    const { applications, ...rest } = tree();

    expect(await problems({ ...rest, applications: withField(applications, `AppProject ${NAME}`, path, value) })).toEqual([
      invariant,
    ]);
  });

  it("is the only one whose Namespace Argo CD makes, and whose project holds Secrets", async () => {
    const asIfNone = { ...tree(), platform: aPlatform() };

    expect(new Set(await problems(asIfNone))).toEqual(
      new Set(["project-is-narrow", "project-forbids-data-and-rights", "sync-options-safe"]),
    );
  });
});

function tree() {
  return platformTree({ platform: PLATFORM, environments: [] }, []);
}

async function problems(tree: ReturnType<typeof platformTree>): Promise<string[]> {
  return (await problemsOf(PLATFORM_INVARIANTS, tree)).map(({ invariant }) => invariant);
}
