import { describe, expect, it } from "vitest";
import {
  projectForbidsDataAndRights,
  projectIsNarrow,
  projectsKeepOutOfArgoCd,
} from "../../../generator/checks/gitops/narrow-projects.ts";
import { withField } from "../objects.ts";
import { appsExcept, platformOf, soundApps } from "./objects.ts";

const PROJECT = "AppProject milvus-prod";
const SUBJECT = "AppProject argocd/milvus-prod";

describe("projectIsNarrow", () => {
  it("accepts projects that allow what their Applications need, and no more", () => {
    expect(projectIsNarrow.find(platformOf(soundApps()))).toEqual([]);
  });

  it("accepts the Namespace without a name, which an older Argo CD does not know", () => {
    const nameless = [{ group: "", kind: "Namespace" }];

    expect(projectIsNarrow.find(appsExcept(PROJECT, "spec.clusterResourceWhitelist", nameless))).toEqual([]);
  });

  it.each([
    { path: "sourceRepos.1", value: "https://github.com/acme/other.git", message: "It allows 2 repositories." },
    { path: "sourceRepos", value: undefined, message: "It allows 0 repositories." },
    { path: "destinations.1", value: { name: "eu-1", namespace: "a" }, message: "It allows 2 destinations." },
    { path: "destinations.0.name", value: "*", message: "It allows *, a pattern." },
    { path: "sourceRepos.0", value: "!https://a.example.com", message: "It allows !https://a.example.com, a pattern." },
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
    { path: "clusterResourceWhitelist.0.name", value: "milvus-*", message: "It allows the Namespace milvus-*." },
  ])("refuses a project: $message", ({ path, value, message }) => {
    expect(projectIsNarrow.find(appsExcept(PROJECT, `spec.${path}`, value))).toEqual([{ subject: SUBJECT, message }]);
  });

  it("refuses a wildcard", () => {
    const anywhere = appsExcept(PROJECT, "spec.destinations", [
      { name: "in-cluster", namespace: "milvus-prod" },
      { name: "*", namespace: "milvus-prod" },
    ]);

    expect(projectIsNarrow.find(anywhere)).toEqual([
      { subject: SUBJECT, message: "It allows 2 destinations." },
      { subject: SUBJECT, message: "It allows *, a pattern." },
    ]);
  });
});

describe("projectForbidsDataAndRights", () => {
  it.each([
    { list: "namespaceResourceBlacklist", value: [{ group: "*", kind: "*" }], permitted: [] },
    {
      list: "namespaceResourceBlacklist",
      value: [{ group: "apps", kind: "PersistentVolumeClaim" }],
      permitted: ["PersistentVolumeClaim", "Secret", "Role", "RoleBinding"],
    },
    {
      list: "namespaceResourceBlacklist",
      value: [
        { group: "", kind: "*" },
        { group: "rbac.authorization.k8s.io", kind: "Role" },
      ],
      permitted: ["RoleBinding"],
    },
    { list: "namespaceResourceWhitelist", value: [{ group: "apps", kind: "StatefulSet" }], permitted: [] },
    { list: "namespaceResourceWhitelist", value: [{ group: "", kind: "*" }], permitted: ["PersistentVolumeClaim", "Secret"] },
  ])("finds $permitted permitted by the $list $value", ({ list, value, permitted }) => {
    const bare = withField(soundApps(), PROJECT, "spec.namespaceResourceBlacklist", undefined);

    expect(projectForbidsDataAndRights.find(platformOf(withField(bare, PROJECT, `spec.${list}`, value)))).toEqual(
      permitted.map((kind) => ({ subject: SUBJECT, message: `It permits the kind ${kind}.` })),
    );
  });
});

describe("projectsKeepOutOfArgoCd", () => {
  it("accepts the root there, and refuses an environment, by name or address of the cluster", () => {
    const places = [
      { name: "in-cluster", namespace: "argocd" },
      { server: "https://kubernetes.default.svc", namespace: "argocd" },
    ];

    expect(projectsKeepOutOfArgoCd.find(platformOf(soundApps()))).toEqual([]);
    for (const place of places) {
      expect(projectsKeepOutOfArgoCd.find(appsExcept(PROJECT, "spec.destinations", [place]))).toEqual([
        { subject: SUBJECT, message: "It allows in-cluster/argocd, the namespace of Argo CD." },
      ]);
    }
  });

  it("accepts a namespace of that name on another cluster", () => {
    const elsewhere = [{ name: "eu-1", namespace: "argocd" }];

    expect(projectsKeepOutOfArgoCd.find(appsExcept(PROJECT, "spec.destinations", elsewhere))).toEqual([]);
  });
});
