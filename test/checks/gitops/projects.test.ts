import { describe, expect, it } from "vitest";
import { checkProjects } from "../../../generator/checks/gitops/projects.ts";
import { withField } from "../objects.ts";
import { soundApps } from "./objects.ts";

const APPLICATION = "Application milvus-prod";
const PROJECT = "AppProject milvus-prod";

describe("checkProjects", () => {
  it("accepts projects that allow what their Applications need, and no more", () => {
    expect(checkProjects(soundApps())).toEqual([]);
  });

  it.each(["default", "nothing"])("refuses the project %s", (project) => {
    expect(checkProjects(withField(soundApps(), APPLICATION, "spec.project", project))).toEqual([
      {
        code: "E_REF",
        object: "Application argocd/milvus-prod",
        message: `There is no AppProject ${project} here.`,
        remedy: "Give it an AppProject of its own.",
      },
    ]);
  });

  it("refuses a destination or a repository that the project does not allow", () => {
    const elsewhere = withField(soundApps(), APPLICATION, "spec.destination.name", "eu-1");
    const other = withField(soundApps(), APPLICATION, "spec.source.repoURL", "https://github.com/acme/other.git");

    expect(checkProjects(elsewhere)).toEqual([
      {
        code: "E_POLICY",
        object: "Application argocd/milvus-prod",
        message: "Its project does not allow eu-1/milvus-prod.",
        remedy: "Add it to the project's destinations.",
      },
    ]);
    expect(checkProjects(other)).toEqual([
      {
        code: "E_POLICY",
        object: "Application argocd/milvus-prod",
        message: "Its project does not allow https://github.com/acme/other.git.",
        remedy: "Add it to sourceRepos.",
      },
    ]);
  });

  it.each([
    { path: "sourceRepos.1", value: "https://github.com/acme/other.git", message: "It allows 2 repositories." },
    { path: "destinations.1", value: { name: "eu-1", namespace: "a" }, message: "It allows 2 destinations." },
    {
      path: "clusterResourceWhitelist.1",
      value: { group: "rbac.authorization.k8s.io", kind: "ClusterRole" },
      message: "It allows the cluster-scoped kind ClusterRole.",
    },
    {
      path: "clusterResourceWhitelist.1",
      value: { group: "", kind: "Node" },
      message: "It allows the cluster-scoped kind Node.",
    },
    {
      path: "namespaceResourceBlacklist",
      value: undefined,
      message: "It lets Argo CD prune and delete a PersistentVolumeClaim.",
    },
    {
      path: "namespaceResourceBlacklist",
      value: [{ group: "apps", kind: "PersistentVolumeClaim" }],
      message: "It lets Argo CD prune and delete a PersistentVolumeClaim.",
    },
  ])("refuses a project: $message", ({ path, value, message }) => {
    expect(checkProjects(withField(soundApps(), PROJECT, `spec.${path}`, value))).toEqual([tooWide(message)]);
  });

  it("refuses a wildcard", () => {
    const anywhere = withField(soundApps(), PROJECT, "spec.destinations", [
      { name: "in-cluster", namespace: "milvus-prod" },
      { name: "*", namespace: "milvus-prod" },
    ]);

    expect(checkProjects(anywhere)).toEqual([
      tooWide("It allows 2 destinations."),
      tooWide("It allows a repository or destination by wildcard."),
    ]);
  });

  it.each([
    { list: "namespaceResourceBlacklist", value: [{ group: "*", kind: "*" }], allowed: true },
    { list: "namespaceResourceWhitelist", value: [{ group: "apps", kind: "StatefulSet" }], allowed: true },
    { list: "namespaceResourceWhitelist", value: [{ group: "*", kind: "*" }], allowed: false },
  ])("keeps claims by any list that leaves them out: $list of $value", ({ list, value, allowed }) => {
    const bare = withField(soundApps(), PROJECT, "spec.namespaceResourceBlacklist", undefined);

    expect(checkProjects(withField(bare, PROJECT, `spec.${list}`, value)).length === 0).toBe(allowed);
  });
});

function tooWide(message: string) {
  return {
    code: "E_POLICY",
    object: "AppProject argocd/milvus-prod",
    message,
    remedy: "Allow what the environment needs, by name.",
  };
}
