import { describe, expect, it } from "vitest";
import {
  autoscalerCountsAlone,
  autoscalerTargetExists,
  scaledObjectKeepsPods,
} from "../../../generator/checks/references/autoscalers.ts";
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

  it("refuses two of one workload", () => {
    const { objects } = scaling({ scaleTargetRef: { kind: "Deployment", name: "web" } });
    const both = treeOf([...objects, ...objects.slice(-1).map((object) => ({ ...object, kind: "ScaledObject" }))]);

    expect(autoscalerCountsAlone.find(both)).toEqual([
      {
        subject: "Deployment milvus-test/web",
        message: "HorizontalPodAutoscaler web and ScaledObject web count its pods.",
      },
    ]);
  });
});

describe("scaledObjectKeepsPods", () => {
  const scaleTargetRef = { name: "web" };

  it("accepts one that keeps a pod, and no HorizontalPodAutoscaler is asked", () => {
    expect(scaledObjectKeepsPods.find(scaling({ scaleTargetRef, minReplicaCount: 1 }, "ScaledObject"))).toEqual([]);
    expect(scaledObjectKeepsPods.find(scaling({ scaleTargetRef }))).toEqual([]);
  });

  it.each([
    { spec: {}, message: "It may scale to zero." },
    { spec: { minReplicaCount: 0 }, message: "It may scale to zero." },
    { spec: { minReplicaCount: 2, idleReplicaCount: 0 }, message: "It scales to zero when it is idle." },
  ])("refuses $spec", ({ spec, message }) => {
    expect(scaledObjectKeepsPods.find(scaling({ scaleTargetRef, ...spec }, "ScaledObject"))).toEqual([
      { subject: "ScaledObject milvus-test/web", message },
    ]);
  });
});

function scaling(spec: object, kind = "HorizontalPodAutoscaler") {
  const metadata = { name: "web", namespace: "milvus-test" };
  return treeOf([...soundObjects(), { apiVersion: "autoscaling/v2", kind, metadata, spec }]);
}
