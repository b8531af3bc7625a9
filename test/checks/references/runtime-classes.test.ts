import { expect, it } from "vitest";
import { runtimeClassIsDeclared } from "../../../generator/checks/references/runtime-classes.ts";
import { anEnvironment, aRole } from "../../support/environments.ts";
import { soundExcept, soundObjects } from "../objects.ts";
import { treeOf } from "../trees.ts";

const objects = soundExcept("Deployment web", "spec.template.spec.runtimeClassName", "nvidia");

it("accepts no class, one that a role names, and one that Git makes", () => {
  const { milvus } = anEnvironment();
  const gpu = { count: 1, resource: "nvidia.com/gpu", runtimeClassName: "nvidia", rollOut: "surge" } as const;
  const made = { apiVersion: "node.k8s.io/v1", kind: "RuntimeClass", metadata: { name: "nvidia" } };

  expect(runtimeClassIsDeclared.find(treeOf(soundObjects()))).toEqual([]);
  expect(runtimeClassIsDeclared.find(treeOf(objects, { milvus: { ...milvus, roles: [aRole("queryNode", { gpu })] } }))).toEqual(
    [],
  );
  expect(runtimeClassIsDeclared.find(treeOf([...objects, made]))).toEqual([]);
});

it("warns of another", () => {
  expect(runtimeClassIsDeclared.severity).toBe("warning");
  expect(runtimeClassIsDeclared.find(treeOf(objects))).toEqual([
    { subject: "Deployment milvus-test/web", message: "Its runtime class nvidia is not declared." },
  ]);
});
