import type { RoleName } from "../../model/environment.ts";
import { milvusIdentity } from "../../model/identities.ts";
import { ROLE_KINDS } from "../../model/releases/role-kinds.ts";
import type { Invariant, PlatformTree } from "../invariant.ts";
import { isMap } from "../read-as.ts";
import { differing } from "./same-fields.ts";

/** Coordinators are left out: how they are replaced depends on whether they have a standby. */
export const sameStrategy: Invariant<PlatformTree> = {
  name: "same-strategy-everywhere",
  code: "E_POLICY",
  severity: "warning",
  reason: "A roll-out that goes another way than in the environment before it was never tried.",
  remedy: "Replace pods the same way in every environment, or accept it by a suppression.",
  find: differing(({ kind, metadata, spec }) => {
    if (!isMap(spec) || COORDINATORS.has(`${kind} ${metadata.name}`)) return undefined;
    if (kind === "Deployment") return { strategy: spec.strategy };
    if (kind === "StatefulSet") return { updateStrategy: spec.updateStrategy, podManagementPolicy: spec.podManagementPolicy };
    return undefined;
  }),
};

const ROLES = Object.keys(ROLE_KINDS) as RoleName[];

const COORDINATORS: ReadonlySet<string> = new Set(
  ROLES.filter((role) => ROLE_KINDS[role] === "coordinator").map((role) => `Deployment ${milvusIdentity(role).name}`),
);
