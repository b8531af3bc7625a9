import type { Invariant, PlatformTree } from "../invariant.ts";
import { destinationKey, OWN_CLUSTER } from "./destination-key.ts";
import { inProjects } from "./find.ts";
import { type GroupKindName, isAddon, type ProjectSpec, ROOT } from "./objects.ts";

/** One repository, one namespace, no cluster-scoped kind but its Namespace, and no wildcard anywhere. */
export const projectIsNarrow: Invariant<PlatformTree> = {
  name: "project-is-narrow",
  code: "E_POLICY",
  severity: "error",
  reason: "What a project allows, one wrong commit can do.",
  remedy: "Allow what the environment needs, by name.",
  find: inProjects(({ name, spec }, { platform }) => tooWide(spec, isAddon(name, platform) ? ADDON_KINDS : [])),
};

/** What the operator of an add-on is made of, and nothing that changes what others send to the API server. */
const ADDON_KINDS: readonly string[] = ["ClusterRole", "ClusterRoleBinding", "CustomResourceDefinition"];

function tooWide(spec: ProjectSpec, kinds: readonly string[]): string[] {
  const { sourceRepos = [], destinations = [], clusterResourceWhitelist = [] } = spec;
  const places = [...sourceRepos, ...destinations.flatMap(({ name, server, namespace }) => [name, server, namespace])];
  return [
    ...(sourceRepos.length === 1 ? [] : [`It allows ${sourceRepos.length} repositories.`]),
    ...(destinations.length === 1 ? [] : [`It allows ${destinations.length} destinations.`]),
    ...places.filter((place) => /\*|^!/.test(place ?? "")).map((place) => `It allows ${place}, a pattern.`),
    ...clusterResourceWhitelist
      .filter(({ kind }) => !kinds.includes(kind))
      .flatMap((entry) => foreign(entry, destinations[0]?.namespace)),
  ];
}

/** An Argo CD before 3.3 knows no names, so the Namespace may be without. */
function foreign({ group, kind, name }: GroupKindName, namespace: string | undefined): string[] {
  if (group !== "" || kind !== "Namespace") return [`It allows the cluster-scoped kind ${kind}.`];
  return name === undefined || name === namespace ? [] : [`It allows the Namespace ${name}.`];
}

/** Argo CD neither prunes nor deletes what a project does not permit. */
export const projectForbidsDataAndRights: Invariant<PlatformTree> = {
  name: "project-forbids-data-and-rights",
  code: "E_STORAGE",
  severity: "error",
  reason:
    "What a project permits Argo CD may prune and delete: claims with their data, Secrets, and rights over the namespace.",
  remedy: "Put the kind into namespaceResourceBlacklist.",
  find: inProjects(({ name, spec }, { platform }) =>
    (isAddon(name, platform) ? [] : FORBIDDEN)
      .filter((kind) => isPermitted(kind, spec))
      .map(({ kind }) => `It permits the kind ${kind}.`),
  ),
};

const FORBIDDEN: readonly GroupKindName[] = [
  { group: "", kind: "PersistentVolumeClaim" },
  { group: "", kind: "Secret" },
  { group: "rbac.authorization.k8s.io", kind: "Role" },
  { group: "rbac.authorization.k8s.io", kind: "RoleBinding" },
];

/** Whether a project permits a namespaced kind. A list that is absent permits all, and an entry may be a pattern. */
export function isPermitted(kind: GroupKindName, spec: ProjectSpec): boolean {
  const { namespaceResourceBlacklist = [], namespaceResourceWhitelist } = spec;
  const isListed = namespaceResourceWhitelist?.some((entry) => covers(entry, kind)) ?? true;
  return isListed && !namespaceResourceBlacklist.some((entry) => covers(entry, kind));
}

/** Whether an entry of a list takes in an object. */
export function covers(entry: GroupKindName, { group, kind, name }: GroupKindName): boolean {
  return [
    [entry.group, group],
    [entry.kind, kind],
    [entry.name ?? "*", name ?? ""],
  ].every(([pattern, text]) => pattern === "*" || pattern === text);
}

/** The root's alone: an Application is as good as the rights of Argo CD. */
export const projectsKeepOutOfArgoCd: Invariant<PlatformTree> = {
  name: "projects-keep-out-of-argocd",
  code: "E_POLICY",
  severity: "error",
  reason: "Whoever may write into Argo CD's namespace may change its settings and its other Applications.",
  remedy: "Give the environment a namespace of its own.",
  find: inProjects(({ name, spec }, { platform }) => {
    const key = `${OWN_CLUSTER}/${platform.argocd.namespace}`;
    const reaches = (spec.destinations ?? []).some((destination) => destinationKey(destination) === key);
    return name !== ROOT && reaches ? [`It allows ${key}, the namespace of Argo CD.`] : [];
  }),
};
