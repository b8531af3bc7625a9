import type { EnvironmentTree, PlatformTree } from "../../../generator/checks/invariant.ts";
import type { KubernetesObject } from "../../../generator/kubernetes/resource.ts";
import type { Environment } from "../../../generator/model/environment.ts";
import { aPlatform } from "../../argocd/platform.ts";
import { anEnvironment } from "../../support/environments.ts";
import { withField } from "../objects.ts";

const REPOSITORY = "https://github.com/acme/milvus.git";
const FORBIDDEN = [
  { group: "", kind: "PersistentVolumeClaim" },
  { group: "", kind: "Secret" },
  { group: "rbac.authorization.k8s.io", kind: "Role" },
  { group: "rbac.authorization.k8s.io", kind: "RoleBinding" },
];

/** A root and two environments, `dev` and `prod`, all of them right. */
export function soundApps(): KubernetesObject[] {
  return [
    project("milvus-root", "argocd", { namespaceResourceWhitelist: [{ group: "argoproj.io", kind: "Application" }] }),
    application("milvus-root", "argocd", "apps", { prune: false }),
    ...["dev", "prod"].flatMap((name) => [
      project(`milvus-${name}`, `milvus-${name}`, {
        clusterResourceWhitelist: [{ group: "", kind: "Namespace", name: `milvus-${name}` }],
        namespaceResourceBlacklist: FORBIDDEN,
      }),
      application(`milvus-${name}`, `milvus-${name}`, `overlays/${name}`, { prune: true }),
    ]),
  ];
}

/** What Argo CD reads, and environments. */
export function platformOf(
  applications: readonly KubernetesObject[],
  environments: readonly EnvironmentTree[] = [],
): PlatformTree {
  return { platform: aPlatform(), applications, environments };
}

/** The sound one with one field of one object set to another value; undefined removes it. */
export function appsExcept(target: string, path: string, value: unknown): PlatformTree {
  return platformOf(withField(soundApps(), target, path, value));
}

/** An environment `dev` or `prod` with these objects. */
export function environmentOf(
  name: string,
  objects: readonly KubernetesObject[],
  overrides: Partial<Environment> = {},
): EnvironmentTree {
  const environment = anEnvironment({ name, namespace: `milvus-${name}`, ...overrides });
  return { environment, objects, secrets: new Map() };
}

function application(name: string, namespace: string, path: string, automated: object): KubernetesObject {
  return {
    apiVersion: "argoproj.io/v1alpha1",
    kind: "Application",
    metadata: metadata(name),
    spec: {
      project: name,
      source: { repoURL: REPOSITORY, targetRevision: "main", path },
      destination: { name: "in-cluster", namespace },
      syncPolicy: {
        automated: { selfHeal: true, allowEmpty: false, ...automated },
        retry: { limit: 5, backoff: { duration: "10s" } },
        syncOptions: ["ApplyOutOfSyncOnly=true", "FailOnSharedResource=true", "PruneLast=true", "ServerSideApply=true"],
      },
    },
  };
}

function project(name: string, namespace: string, kinds: object): KubernetesObject {
  return {
    apiVersion: "argoproj.io/v1alpha1",
    kind: "AppProject",
    metadata: metadata(name),
    spec: { sourceRepos: [REPOSITORY], destinations: [{ name: "in-cluster", namespace }], ...kinds },
  };
}

function metadata(name: string) {
  return { name, namespace: "argocd", annotations: { "argocd.argoproj.io/sync-options": "Prune=confirm,Delete=false" } };
}
