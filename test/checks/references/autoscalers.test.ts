import { describe, expect, it } from "vitest";
import { autoscalerTargetExists } from "../../../generator/checks/references/autoscalers.ts";
import { soundObjects } from "../objects.ts";
import { treeOf } from "../trees.ts";

describe("autoscalerTargetExists", () => {
  it("accepts a workload of the environment", () => {
    expect(autoscalerTargetExists.find(scaling({ scaleTargetRef: { kind: "Deployment", name: "web" } }))).toEqual([]);
  });

  it.each([
    { spec: { scaleTargetRef: { kind: "Deployment", name: "db" } }, message: "It scales Deployment db, which does not exist." },
    { spec: {}, message: "It scales nothing." },
  ])("refuses one: $message", ({ spec, message }) => {
    expect(autoscalerTargetExists.find(scaling(spec))).toEqual([
      { subject: "HorizontalPodAutoscaler milvus-test/web", message },
    ]);
  });
});

function scaling(spec: object) {
  const metadata = { name: "web", namespace: "milvus-test" };
  return treeOf([...soundObjects(), { apiVersion: "autoscaling/v2", kind: "HorizontalPodAutoscaler", metadata, spec }]);
}
