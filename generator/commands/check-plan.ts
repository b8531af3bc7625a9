import { buildApps } from "../argocd/index.ts";
import { checkApps } from "../checks/gitops/index.ts";
import { checkPermissions } from "../checks/gitops/permissions.ts";
import { checkEnvironment } from "../checks/index.ts";
import type { ObjectProblem } from "../checks/problem.ts";
import { checkSchemas } from "../checks/schema.ts";
import { renderFile } from "../documents/tree.ts";
import type { KubernetesObject } from "../kubernetes/resource.ts";
import { plannedObjects } from "../kustomize/planned.ts";
import { declaredSecrets } from "../model/declared-secrets.ts";
import type { Environment } from "../model/environment.ts";
import { partsOf } from "./parts.ts";
import type { Plan } from "./plan.ts";

/** Every problem of every planned object: its schema, what it refers to, how it is guarded. */
export async function checkPlan({ platform, environments }: Plan): Promise<ObjectProblem[]> {
  const argocd = argocdObjects({ platform, environments });
  const problems = [...checkApps(argocd), ...(await checkSchemas(argocd))];
  for (const environment of environments) {
    const objects = environmentObjects(environment);
    const projects = argocd.filter(
      ({ kind, metadata }) => kind === "AppProject" && metadata.name === `milvus-${environment.name}`,
    );
    problems.push(
      ...checkEnvironment(objects, { secrets: declaredSecrets(environment) }),
      ...projects.flatMap((project) => checkPermissions(objects, project)),
      ...(await checkSchemas(objects)),
    );
  }
  return problems;
}

function argocdObjects({ platform, environments }: Pick<Plan, "platform" | "environments">): KubernetesObject[] {
  const values = buildApps(platform, environments).map(({ value }) => value as KubernetesObject);
  return values.filter(({ kind }) => kind !== "Kustomization");
}

/** What an environment's overlay renders to, apart from `custom/`. */
export function environmentObjects(environment: Environment): KubernetesObject[] {
  const source = `overlays/${environment.name}/environment.yaml`;
  return plannedObjects(environment, partsOf(environment), (value) => renderFile(source, value));
}
