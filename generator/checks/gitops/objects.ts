import type { KubernetesObject } from "../../kubernetes/resource.ts";

/** A cluster by its name in Argo CD or its address, and a namespace in it. */
export interface Destination {
  readonly name?: string;
  readonly server?: string;
  readonly namespace?: string;
}

export interface ApplicationSpec {
  readonly project: string;
  readonly source?: { readonly repoURL: string; readonly targetRevision?: string; readonly path?: string };
  readonly destination: Destination;
  readonly syncPolicy?: {
    readonly automated?: { readonly allowEmpty?: boolean };
    readonly retry?: { readonly limit?: number; readonly backoff?: object };
    readonly syncOptions?: readonly string[];
  };
}

export interface GroupKindName {
  readonly group: string;
  readonly kind: string;
  readonly name?: string;
}

export interface ProjectSpec {
  readonly sourceRepos?: readonly string[];
  readonly destinations?: readonly Destination[];
  readonly clusterResourceWhitelist?: readonly GroupKindName[];
  readonly namespaceResourceBlacklist?: readonly GroupKindName[];
  readonly namespaceResourceWhitelist?: readonly GroupKindName[];
}

export function applications(objects: readonly KubernetesObject[]): KubernetesObject[] {
  return objects.filter(({ kind }) => kind === "Application");
}

export function projects(objects: readonly KubernetesObject[]): KubernetesObject[] {
  return objects.filter(({ kind }) => kind === "AppProject");
}

export function applicationSpec(application: KubernetesObject): ApplicationSpec {
  return application.spec as ApplicationSpec;
}

export function projectSpec(project: KubernetesObject): ProjectSpec {
  return project.spec as ProjectSpec;
}

const IN_CLUSTER = "https://kubernetes.default.svc";

/** The namespace as people know it, `in-cluster/milvus-dev`. Argo CD's own cluster has a name and an address. */
export function destinationKey({ name, server, namespace }: Destination): string {
  const cluster = server === IN_CLUSTER ? "in-cluster" : (name ?? server);
  return `${cluster}/${namespace}`;
}
