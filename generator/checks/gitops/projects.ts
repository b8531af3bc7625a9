import type { Invariant, PlatformTree } from "../invariant.ts";
import { destinationKey } from "./destination-key.ts";
import { inApplications } from "./find.ts";
import { type Application, type ProjectSpec, projects, ROOT } from "./objects.ts";

export const applicationHasProject: Invariant<PlatformTree> = {
  name: "application-has-project",
  code: "E_REF",
  severity: "error",
  reason: "Argo CD refuses an Application without a project, and the project `default` allows everything.",
  remedy: "Give it an AppProject of its own.",
  find: inApplications((application, tree) => {
    const { project = "default" } = application.spec;
    return projectOf(application, tree) === undefined ? [`There is no AppProject ${project} here.`] : [];
  }),
};

export const projectAllowsApplication: Invariant<PlatformTree> = {
  name: "project-allows-application",
  code: "E_POLICY",
  severity: "error",
  reason: "Argo CD refuses to sync what the project does not allow.",
  remedy: "Add the destination or the repository to the project.",
  find: inApplications((application, tree) => {
    const { source, destination = {} } = application.spec;
    const project = projectOf(application, tree);
    if (project === undefined) return [];
    const key = destinationKey(destination);
    return [
      ...(project.destinations?.some((allowed) => destinationKey(allowed) === key)
        ? []
        : [`Its project does not allow ${key}.`]),
      ...(source?.repoURL === undefined || project.sourceRepos?.includes(source.repoURL)
        ? []
        : [`Its project does not allow ${source.repoURL}.`]),
    ];
  }),
};

/** Who may write Applications into Argo CD's namespace may do all that Argo CD may. */
export const rootIsAlone: Invariant<PlatformTree> = {
  name: "root-is-alone",
  code: "E_POLICY",
  severity: "error",
  reason: "The root's project may make Applications, so whoever is in it may do all that Argo CD may.",
  remedy: "Give it an AppProject of its own.",
  find: inApplications(({ name, spec }) =>
    spec.project === ROOT && name !== ROOT ? [`It is in ${ROOT}, the project of the root.`] : [],
  ),
};

/** Undefined for `default`, which is always there. */
export function projectOf({ spec }: Pick<Application, "spec">, tree: PlatformTree): ProjectSpec | undefined {
  const name = spec.project;
  return name === "default" ? undefined : projects(tree.applications).find((project) => project.name === name)?.spec;
}
