import type { ArgoCdVersion, Platform } from "../../generator/model/environment.ts";

/** A platform whose Argo CD is of the given version. */
export function aPlatform(version: ArgoCdVersion = { major: 3, minor: 5 }): Platform {
  return {
    repository: { url: "https://github.com/acme/milvus.git", branch: "main" },
    argocd: { namespace: "argocd", version },
    allowedRegistries: [],
    promotion: ["dev", "prod"],
    owners: [],
    pullRequests: { draft: false, labels: [], reviewers: [], teamReviewers: [], assignees: [], autoMerge: "off" },
    notifications: { github: "off" },
    addons: [],
    logging: undefined,
  };
}

/** The labels of every object of Argo CD. */
export const ARGOCD_LABELS = {
  "app.kubernetes.io/component": "argocd",
  "app.kubernetes.io/instance": "milvus",
  "app.kubernetes.io/managed-by": "milvus-gitops",
  "app.kubernetes.io/name": "milvus",
  "app.kubernetes.io/part-of": "milvus",
};

export const CHILD_GUARDS = { "argocd.argoproj.io/sync-options": "Prune=confirm,Delete=false" };
