import { buildApps } from "../argocd/index.ts";
import { type Problem, problemsOf } from "../checks/broken-invariants.ts";
import type { EnvironmentTree, PlatformTree } from "../checks/invariant.ts";
import { ENVIRONMENT_INVARIANTS, PLATFORM_INVARIANTS } from "../checks/invariants.ts";
import { renderFile } from "../documents/tree.ts";
import type { KubernetesObject } from "../kubernetes/resource.ts";
import { plannedObjects } from "../kustomize/planned.ts";
import type { Environment } from "../model/environment.ts";
import { partsOf } from "./parts.ts";
import type { Plan } from "./plan.ts";
import { environmentTree } from "./render-environments.ts";

/** Every problem of every planned object: its schema, what it refers to, how it is guarded. */
export async function checkPlan({ platform, environments }: Plan): Promise<Problem[]> {
  const trees = environments.map((environment) => environmentTree(environment, environmentObjects(environment)));
  return checkTrees(platformTree({ platform, environments }, trees));
}

/** Every problem of the environments, each by itself and all together. */
export async function checkTrees(tree: PlatformTree): Promise<Problem[]> {
  const problems = await problemsOf(PLATFORM_INVARIANTS, tree);
  for (const environment of tree.environments) problems.push(...(await problemsOf(ENVIRONMENT_INVARIANTS, environment)));
  return problems;
}

/** What Argo CD would read, beside the objects of the environments that it would sync. */
export function platformTree(
  { platform, environments }: Pick<Plan, "platform" | "environments">,
  trees: readonly EnvironmentTree[],
): PlatformTree {
  const values = buildApps(platform, environments).map(({ value }) => value);
  return { platform, applications: values.filter(isObject), environments: trees };
}

/** A kustomization is none, and neither are the texts that a ConfigMap is made of. */
export function isObject(value: object): value is KubernetesObject {
  const { kind }: Partial<KubernetesObject> = value;
  return kind !== undefined && kind !== "Kustomization";
}

/** What an environment's overlay renders to, apart from `custom/`. */
export function environmentObjects(environment: Environment): KubernetesObject[] {
  const source = `overlays/${environment.name}/environment.yaml`;
  return plannedObjects(environment, partsOf(environment), (value) => renderFile(source, value));
}
