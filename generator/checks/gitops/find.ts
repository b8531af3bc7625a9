import { type PlatformTree, type Violation, violation } from "../invariant.ts";
import { type Application, applications, type Project, projects, ROOT } from "./objects.ts";

type Find = (tree: PlatformTree) => Violation[];

/** A violation for each fault of an Application, the root among them. */
export function inApplications(faults: (application: Application, tree: PlatformTree) => readonly string[]): Find {
  return (tree) =>
    applications(tree.applications).flatMap((application) =>
      faults(application, tree).map((message) => violation(application.object, message)),
    );
}

/** The same for those of environments alone; other people's Applications are other people's affair. */
export function inEnvironmentApplications(
  faults: (application: Application, environment: string, tree: PlatformTree) => readonly string[],
): Find {
  return inApplications((application, tree) => {
    const environment = environmentOf(application.name);
    return environment === undefined ? [] : faults(application, environment, tree);
  });
}

/** `prod` of `milvus-prod`. */
function environmentOf(application: string): string | undefined {
  return application === ROOT ? undefined : /^milvus-(.+)$/.exec(application)?.[1];
}

export function inProjects(faults: (project: Project, tree: PlatformTree) => readonly string[]): Find {
  return (tree) =>
    projects(tree.applications).flatMap((project) =>
      faults(project, tree).map((message) => violation(project.object, message)),
    );
}
