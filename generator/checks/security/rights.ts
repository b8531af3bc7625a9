import { inObjects } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";

const GRANTS: ReadonlySet<string> = new Set(["ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding"]);

export const grantsNoRights: Invariant<EnvironmentTree> = {
  name: "grants-no-rights",
  code: "E_POLICY",
  severity: "error",
  reason: "Nothing here calls the Kubernetes API, so a right could only be misused.",
  remedy: "Remove it, and leave rights to who runs the cluster.",
  find: inObjects(undefined, ({ kind }) => (GRANTS.has(kind) ? ["It grants rights in the cluster."] : [])),
};
