import type { KubernetesObject } from "../../../generator/kubernetes/resource.ts";

const REPOSITORY = "https://github.com/acme/milvus.git";

/** A root and two environments, `dev` and `prod`, all of them right. */
export function soundApps(): KubernetesObject[] {
  return [
    project("milvus-root", "argocd", { namespaceResourceWhitelist: [{ group: "argoproj.io", kind: "Application" }] }),
    application("milvus-root", "argocd", "apps"),
    ...["dev", "prod"].flatMap((name) => [
      project(`milvus-${name}`, `milvus-${name}`, {
        clusterResourceWhitelist: [{ group: "", kind: "Namespace", name: `milvus-${name}` }],
        namespaceResourceBlacklist: [{ group: "", kind: "PersistentVolumeClaim" }],
      }),
      application(`milvus-${name}`, `milvus-${name}`, `overlays/${name}`),
    ]),
  ];
}

function application(name: string, namespace: string, path: string): KubernetesObject {
  return {
    apiVersion: "argoproj.io/v1alpha1",
    kind: "Application",
    metadata: { name, namespace: "argocd" },
    spec: {
      project: name,
      source: { repoURL: REPOSITORY, targetRevision: "main", path },
      destination: { name: "in-cluster", namespace },
      syncPolicy: {
        automated: { prune: true, selfHeal: true, allowEmpty: false },
        retry: { limit: 5, backoff: { duration: "10s" } },
        syncOptions: ["ServerSideApply=true"],
      },
    },
  };
}

function project(name: string, namespace: string, kinds: object): KubernetesObject {
  return {
    apiVersion: "argoproj.io/v1alpha1",
    kind: "AppProject",
    metadata: { name, namespace: "argocd" },
    spec: { sourceRepos: [REPOSITORY], destinations: [{ name: "in-cluster", namespace }], ...kinds },
  };
}
