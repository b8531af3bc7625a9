import { expect, it } from "vitest";
import { podHasController } from "../../../generator/checks/pods/controllers.ts";
import { soundObjects } from "../objects.ts";
import { treeOf } from "../trees.ts";

it("accepts workloads", () => {
  expect(podHasController.find(treeOf(soundObjects()))).toEqual([]);
});

it.each(["Pod", "ReplicaSet"])("refuses a bare %s", (kind) => {
  expect(
    podHasController.find(treeOf([{ apiVersion: "v1", kind, metadata: { name: "x", namespace: "milvus-test" } }])),
  ).toEqual([{ subject: `${kind} milvus-test/x`, message: `It is a bare ${kind}.` }]);
});
