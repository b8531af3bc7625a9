import { roleIdentity } from "../../model/identities.ts";
import { type EnvironmentTree, type Invariant, violation } from "../invariant.ts";
import { readAs, type Shape } from "../read-as.ts";
import { hasStandby, isCoordinator, type RoleOwner, roleOwners } from "./milvus-roles.ts";

/** Two coordinators fight for one session key unless one of them may wait. */
export const coordinatorsStandBy: Invariant<EnvironmentTree> = {
  name: "coordinators-stand-by",
  code: "E_QUORUM",
  severity: "error",
  reason: "Without active standby a second coordinator fights the first for its session, and one of them panics.",
  remedy: "Run one replica, or set enableActiveStandby: true for every coordinator.",
  find: (tree) =>
    roleOwners(tree.objects)
      .filter((role) => isCoordinator(role) && (role.owner.replicas ?? 1) > 1 && !hasStandby(role, tree))
      .map(({ owner }) => violation(owner.object, `It runs ${owner.replicas} coordinators, and none of them stands by.`)),
};

/** Workers and proxies hand their work to a pod that is already there. */
export const milvusRollsWithoutGap: Invariant<EnvironmentTree> = {
  name: "milvus-rolls-without-gap",
  code: "E_RANGE",
  severity: "error",
  reason: "A pod that goes before its successor is ready leaves its segments to nobody.",
  remedy:
    "Use RollingUpdate with maxSurge: 1 and maxUnavailable: 0, Recreate only for a coordinator without standby, and 0 and 1 only where the role's gpu.rollOut is replace.",
  find: (tree) =>
    roleOwners(tree.objects).flatMap((role) => {
      const wanted = wantedStrategy(role, tree);
      const found = strategyOf(role);
      return found === wanted ? [] : [violation(role.owner.object, `Its strategy is ${found}, and ${wanted} is right here.`)];
    }),
};

/** Where a role, or a resource group of it, has GPUs and a surge would wait for free ones, its environment says so. */
function wantedStrategy(role: RoleOwner, tree: EnvironmentTree): string {
  if (isCoordinator(role) && !hasStandby(role, tree)) return "Recreate";
  const component = role.owner.podLabels["app.kubernetes.io/component"];
  const { gpu } = tree.environment.milvus.roles.find((own) => roleIdentity(own).component === component) ?? {};
  return gpu?.rollOut === "replace" ? "RollingUpdate 0/1" : "RollingUpdate 1/0";
}

interface Strategy {
  readonly type?: string;
  readonly rollingUpdate?: { readonly maxSurge?: number | string; readonly maxUnavailable?: number | string };
}

const STRATEGY: Shape = { strategy: { type: "text", rollingUpdate: { maxSurge: "target", maxUnavailable: "target" } } };

/** `RollingUpdate 1/0`: surge and unavailable. Kubernetes' own default of both is 25%. */
function strategyOf({ owner }: RoleOwner): string {
  const { strategy = {} } = readAs<{ readonly strategy?: Strategy }>(owner.object.spec, STRATEGY) ?? {};
  const { type = "RollingUpdate", rollingUpdate = {} } = strategy;
  const { maxSurge = "25%", maxUnavailable = "25%" } = rollingUpdate;
  return type === "RollingUpdate" ? `${type} ${maxSurge}/${maxUnavailable}` : type;
}
