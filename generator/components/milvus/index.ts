import { disruptionBudget } from "../../kubernetes/disruption-budget.ts";
import type { Unit } from "../../kubernetes/resource.ts";
import type { Environment, Role } from "../../model/environment.ts";
import { roleIdentity } from "../../model/identities.ts";
import { ROLE_WAVE } from "../../model/waves.ts";
import type { Component } from "../component.ts";
import { autoscaler } from "./autoscaler.ts";
import { milvusDeployment } from "./deployment.ts";
import { etcdAccountsUnits } from "./etcd-accounts/index.ts";
import { exposure } from "./exposure/index.ts";
import { rootPasswordUnits } from "./root-password/index.ts";
import { sharedUnit } from "./shared-unit.ts";

/** The roles of Milvus, each a Deployment of its own, and what they share. They find each other through etcd, not by Services. */
export const milvus: Component = {
  name: "milvus",
  isShared: true,
  version: (environment) => environment.milvus.version,
  units: (environment) => [
    sharedUnit(environment),
    ...environment.milvus.roles.map((role) => roleUnit(environment, role)),
    ...rootPasswordUnits(environment),
    ...etcdAccountsUnits(environment),
  ],
};

function roleUnit(environment: Environment, role: Role): Unit {
  const identity = roleIdentity(role);
  return {
    path: `milvus/${identity.component}`,
    resources: [
      { file: "deployment", object: milvusDeployment(environment, role) },
      ...disruptionBudget(identity, role.replicas > 1 ? 1 : 0, "AlwaysAllow", ROLE_WAVE[role.name]),
      ...autoscaler(role),
      ...(role.name === "proxy" ? exposure(environment) : []),
    ],
  };
}
