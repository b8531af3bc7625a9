import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { groupOf } from "../built-in-groups.ts";
import { type Invariant, type PlatformTree, violation } from "../invariant.ts";
import { covers, isPermitted } from "./narrow-projects.ts";
import { applications, type ProjectSpec } from "./objects.ts";
import { projectOf } from "./projects.ts";

export const projectPermitsObjects: Invariant<PlatformTree> = {
  name: "project-permits-objects",
  code: "E_POLICY",
  severity: "error",
  reason: "For one object that its project does not permit, Argo CD refuses the whole sync.",
  remedy: "Remove the object, or take another kind.",
  find: (tree) =>
    tree.environments.flatMap(({ environment, objects }) => {
      const name = `milvus-${environment.name}`;
      const application = applications(tree.applications).find((candidate) => candidate.name === name);
      const project = application && projectOf(application, tree);
      if (project === undefined) return [];
      const message = `The AppProject ${application?.spec.project} does not permit it.`;
      return objects.filter((object) => !permits(project, object)).map((object) => violation(object, message));
    }),
};

function permits(project: ProjectSpec, { apiVersion, kind, metadata }: KubernetesObject): boolean {
  const wanted = { group: groupOf(String(apiVersion)), kind, name: metadata.name };
  if (metadata.namespace !== undefined) return isPermitted(wanted, project);
  return (project.clusterResourceWhitelist ?? []).some((entry) => covers(entry, wanted));
}
