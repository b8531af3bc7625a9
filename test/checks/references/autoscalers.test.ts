import { describe, expect, it } from "vitest";
import { autoscalerCountsAlone, autoscalerTargetExists } from "../../../generator/checks/references/autoscalers.ts";
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

describe("autoscalerCountsAlone", () => {
  it("accepts an autoscaler of what says no number, and refuses one of what does", () => {
    expect(autoscalerCountsAlone.find(scaling({ scaleTargetRef: { kind: "Deployment", name: "web" } }))).toEqual([]);
    expect(autoscalerCountsAlone.find(scaling({ scaleTargetRef: { kind: "StatefulSet", name: "db" } }))).toEqual([
      { subject: "StatefulSet milvus-test/db", message: "It says 3 replicas, and an autoscaler counts them." },
    ]);
  });
});

function scaling(spec: object) {
  const metadata = { name: "web", namespace: "milvus-test" };
  return treeOf([...soundObjects(), { apiVersion: "autoscaling/v2", kind: "HorizontalPodAutoscaler", metadata, spec }]);
}
