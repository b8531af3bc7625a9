import { describe, expect, it } from "vitest";
import { resolvePlatform } from "../../../generator/model/resolve/index.ts";
import { aPlatformFile } from "./sources.ts";

describe("resolvePlatform", () => {
  it("fills in that nothing is promoted and nobody owns what is in no environment", () => {
    expect(resolvePlatform(aPlatformFile())).toEqual({
      repository: { url: "https://github.com/acme/milvus-gitops.git", branch: "main" },
      argocd: { namespace: "argocd", version: { major: 3, minor: 5 } },
      allowedRegistries: [],
      promotion: [],
      owners: [],
      pullRequests: { draft: false, labels: [], reviewers: [], teamReviewers: [], assignees: [], autoMerge: "off" },
      notifications: { github: "off" },
      addons: [],
      logging: undefined,
    });
  });

  it("tells users from teams among those who are asked for a review, and names both as GitHub does", () => {
    const pullRequests = { reviewers: ["@octocat", "@acme/platform"], assignees: ["@octocat"], autoMerge: "squash" as const };

    expect(resolvePlatform(aPlatformFile({ pullRequests, notifications: { github: "on" } }))).toMatchObject({
      pullRequests: {
        draft: false,
        labels: [],
        reviewers: ["octocat"],
        teamReviewers: ["platform"],
        assignees: ["octocat"],
        autoMerge: "squash",
      },
      notifications: { github: "on" },
    });
  });

  it("keeps the order of promotion, the owners and the numbers of the version", () => {
    const file = aPlatformFile({
      argocd: { namespace: "gitops", version: "2.14" },
      promotion: ["dev", "staging", "prod"],
      owners: ["@acme/platform"],
    });

    expect(resolvePlatform(file)).toMatchObject({
      argocd: { namespace: "gitops", version: { major: 2, minor: 14 } },
      promotion: ["dev", "staging", "prod"],
      owners: ["@acme/platform"],
    });
  });

  it("gives an add-on its own cluster, a namespace, a version that was looked at, and what a person says of its values", () => {
    const values = { grafana: { admin: { existingSecret: "login" } }, alertmanager: { enabled: false } };
    const [prometheus, ...others] = resolvePlatform(aPlatformFile({ addons: { prometheus: { values } } })).addons;

    expect(others).toEqual([]);
    expect(prometheus).toMatchObject({
      name: "prometheus",
      cluster: { server: "https://kubernetes.default.svc" },
      namespace: "monitoring",
      chart: {
        repository: "https://prometheus-community.github.io/helm-charts",
        name: "kube-prometheus-stack",
        version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      },
      values: {
        alertmanager: { enabled: false },
        grafana: { admin: { existingSecret: "login" }, sidecar: { dashboards: { folderAnnotation: "grafana_folder" } } },
        kubeEtcd: { enabled: false },
      },
    });
  });
});
