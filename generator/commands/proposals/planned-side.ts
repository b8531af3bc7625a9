import { buildApps } from "../../argocd/index.ts";
import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { environmentObjects, isObject } from "../check-plan.ts";
import { ownerOf, ROOT } from "../diff-environments.ts";
import type { Side } from "../diff-sides.ts";
import type { Plan } from "../plan.ts";

/**
 * A tree that is as the plan has it: overlays render to what is planned, so a fleet is compared without building or reading it,
 * but for the order of lists, which a patch may change. What lies in `custom/` only Kustomize can tell.
 */
export function plannedSide(tree: Side, { platform, environments }: Pick<Plan, "platform" | "environments">): Side {
  const planned = new Map(environments.filter(({ hasCustom }) => !hasCustom).map((one) => [one.name, one]));
  const applications = applicationsByOwner({ platform, environments });
  const rendered: Side["rendered"] = (name) => {
    const environment = planned.get(name);
    if (environment === undefined && name !== ROOT) return undefined;
    return [...(environment === undefined ? [] : environmentObjects(environment)), ...(applications.get(name) ?? [])];
  };
  return { ...tree, rendered };
}

function applicationsByOwner({ platform, environments }: Pick<Plan, "platform" | "environments">) {
  const byOwner = new Map<string, KubernetesObject[]>();
  for (const { path, value } of buildApps(platform, environments)) {
    if (!isObject(value)) continue;
    const owner = ownerOf(path);
    byOwner.set(owner, [...(byOwner.get(owner) ?? []), value]);
  }
  return byOwner;
}
