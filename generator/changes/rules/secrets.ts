import { onResult, type Rule, when } from "./rule.ts";

/** Whoever reads the repository reads the value, and it stays in Git's history. */
export const plainSecret: Rule = onResult(({ kind }) =>
  when(kind === "Secret", "high", "A Secret is in Git in plain text, and stays in its history."),
);

/** Who may do what: more is not told apart from less. */
export const permissionsChanged: Rule = onResult(({ kind }) =>
  when(RBAC.has(kind), "high", "It decides who may do what in the cluster."),
);

const RBAC: ReadonlySet<string> = new Set(["ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding"]);
