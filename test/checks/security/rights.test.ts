import { describe, expect, it } from "vitest";
import { grantsNoRights } from "../../../generator/checks/security/rights.ts";
import { soundObjects } from "../objects.ts";
import { treeOf } from "../trees.ts";

describe("grantsNoRights", () => {
  it("accepts workloads and their accounts", () => {
    expect(grantsNoRights.find(treeOf(soundObjects()))).toEqual([]);
  });

  it.each(["Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding"])("refuses a %s", (kind) => {
    const metadata = { name: "x", namespace: "milvus-test" };

    expect(grantsNoRights.find(treeOf([{ apiVersion: "rbac.authorization.k8s.io/v1", kind, metadata }]))).toEqual([
      { subject: `${kind} milvus-test/x`, message: "It grants rights in the cluster." },
    ]);
  });
});
