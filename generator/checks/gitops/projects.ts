import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { type ObjectProblem, problemOf } from "../problem.ts";
import { applicationSpec, applications, destinationKey, type ProjectSpec, projectSpec, projects } from "./objects.ts";

/** Applications outside what their project allows, and projects that allow more than one environment needs. */
export function checkProjects(objects: readonly KubernetesObject[]): ObjectProblem[] {
  const byName = new Map(projects(objects).map((project) => [project.metadata.name, projectSpec(project)]));
  return [
    ...applications(objects).flatMap((application) => allowed(application, byName)),
    ...projects(objects).flatMap((project) => narrow(project, projectSpec(project))),
  ];
}

function allowed(application: KubernetesObject, byName: ReadonlyMap<string, ProjectSpec>): ObjectProblem[] {
  const { project: name, source, destination } = applicationSpec(application);
  const project = byName.get(name);
  if (name === "default" || project === undefined)
    return [problemOf("E_REF", application, `There is no AppProject ${name} here.`, "Give it an AppProject of its own.")];
  const key = destinationKey(destination);
  return [
    ...((project.destinations ?? []).some((allowed) => destinationKey(allowed) === key)
      ? []
      : [problemOf("E_POLICY", application, `Its project does not allow ${key}.`, "Add it to the project's destinations.")]),
    ...(source === undefined || project.sourceRepos?.includes(source.repoURL)
      ? []
      : [problemOf("E_POLICY", application, `Its project does not allow ${source.repoURL}.`, "Add it to sourceRepos.")]),
  ];
}

/** One repository, one namespace, no cluster-scoped kind but the Namespace, and no wildcard anywhere. */
function narrow(project: KubernetesObject, spec: ProjectSpec): ObjectProblem[] {
  return tooWide(spec).map((message) => problemOf("E_POLICY", project, message, "Allow what the environment needs, by name."));
}

function tooWide({ sourceRepos = [], destinations = [], ...kinds }: ProjectSpec): string[] {
  const cluster = (kinds.clusterResourceWhitelist ?? []).filter(({ group, kind }) => group !== "" || kind !== "Namespace");
  const isWide = [...sourceRepos, ...destinations.flatMap(({ name, server, namespace }) => [name, server, namespace])].some(
    (text) => text?.includes("*"),
  );
  return [
    ...(sourceRepos.length === 1 ? [] : [`It allows ${sourceRepos.length} repositories.`]),
    ...(destinations.length === 1 ? [] : [`It allows ${destinations.length} destinations.`]),
    ...(isWide ? ["It allows a repository or destination by wildcard."] : []),
    ...cluster.map(({ kind }) => `It allows the cluster-scoped kind ${kind}.`),
    ...(keepsClaims(kinds) ? [] : ["It lets Argo CD prune and delete a PersistentVolumeClaim."]),
  ];
}

function keepsClaims({ namespaceResourceBlacklist = [], namespaceResourceWhitelist }: ProjectSpec): boolean {
  const isClaim = ({ group, kind }: { group: string; kind: string }) =>
    [group, kind].every((text, index) => text === "*" || text === ["", "PersistentVolumeClaim"][index]);
  if (namespaceResourceBlacklist.some(isClaim)) return true;
  return namespaceResourceWhitelist !== undefined && !namespaceResourceWhitelist.some(isClaim);
}
