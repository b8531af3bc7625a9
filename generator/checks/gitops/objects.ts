import type { KubernetesObject } from "../../kubernetes/resource.ts";
import type { Platform } from "../../model/environment.ts";
import { readAs, type Shape } from "../read-as.ts";

/** A cluster by its name in Argo CD or its address, and a namespace in it. */
export interface Destination {
  readonly name?: string;
  readonly server?: string;
  readonly namespace?: string;
}

/** Fields of a live object that Argo CD shall not compare. */
export interface IgnoredDifference {
  readonly group?: string;
  readonly kind: string;
  readonly name?: string;
  readonly jsonPointers?: readonly string[];
  readonly jqPathExpressions?: readonly string[];
  readonly managedFieldsManagers?: readonly string[];
}

export interface ApplicationSpec {
  readonly project?: string;
  readonly source?: { readonly repoURL?: string; readonly targetRevision?: string; readonly path?: string };
  readonly destination?: Destination;
  readonly syncPolicy?: {
    readonly automated?: { readonly allowEmpty?: boolean; readonly prune?: boolean };
    readonly retry?: { readonly limit?: number; readonly backoff?: object };
    readonly syncOptions?: readonly string[];
  };
  readonly ignoreDifferences?: readonly IgnoredDifference[];
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

export interface Application {
  readonly object: KubernetesObject;
  readonly name: string;
  readonly spec: ApplicationSpec;
}

export interface Project {
  readonly object: KubernetesObject;
  readonly name: string;
  readonly spec: ProjectSpec;
}

/** Whether the Application or project is that of an add-on: a chart of others with rights over its cluster. */
export function isAddon(name: string, { addons }: Platform): boolean {
  return addons.some((addon) => name === `addon-${addon.name}`);
}

/** The Application over all others, and its project. */
export const ROOT = "milvus-root";

export const applications = remembered((objects): Application[] =>
  objects
    .filter(({ kind }) => kind === "Application")
    .map((object) => ({ object, name: object.metadata.name, spec: readAs<ApplicationSpec>(object.spec, APPLICATION) ?? {} })),
);

export const projects = remembered((objects): Project[] =>
  objects
    .filter(({ kind }) => kind === "AppProject")
    .map((object) => ({ object, name: object.metadata.name, spec: readAs<ProjectSpec>(object.spec, PROJECT) ?? {} })),
);

type Objects = readonly KubernetesObject[];

/** Twenty invariants read the same list, and some read it once for each environment. */
function remembered<Result>(read: (objects: Objects) => Result): (objects: Objects) => Result {
  const known = new WeakMap<Objects, Result>();
  return (objects) => {
    const result = known.get(objects) ?? read(objects);
    known.set(objects, result);
    return result;
  };
}

const DESTINATION: Shape = { name: "text", server: "text", namespace: "text" };
const TEXTS: Shape = ["text"];
const KINDS: Shape = [{ group: "name", kind: "name", name: "text" }];

const APPLICATION: Shape = {
  project: "text",
  source: { repoURL: "text", targetRevision: "text", path: "text" },
  destination: DESTINATION,
  syncPolicy: {
    automated: { allowEmpty: "boolean", prune: "boolean" },
    retry: { limit: "number", backoff: {} },
    syncOptions: TEXTS,
  },
  ignoreDifferences: [
    {
      group: "text",
      kind: "name",
      name: "text",
      jsonPointers: TEXTS,
      jqPathExpressions: TEXTS,
      managedFieldsManagers: TEXTS,
    },
  ],
};

const PROJECT: Shape = {
  sourceRepos: TEXTS,
  destinations: [DESTINATION],
  clusterResourceWhitelist: KINDS,
  namespaceResourceBlacklist: KINDS,
  namespaceResourceWhitelist: KINDS,
};
