import { describe, expect, it } from "vitest";
import { quotaCoversPods } from "../../../generator/checks/pods/quota.ts";
import type { KubernetesObject } from "../../../generator/kubernetes/resource.ts";
import { soundExcept, soundObjects } from "../objects.ts";
import { treeOf } from "../trees.ts";

/** Three pods of `db` and one of `web`, each with a core and 1Gi. */
const ENOUGH = { pods: "4", "requests.cpu": "4", "requests.memory": "4Gi", "limits.cpu": "4", "limits.memory": "4Gi" };

describe("quotaCoversPods", () => {
  it("accepts a quota with room for every pod, and one that counts other things", () => {
    expect(find(soundObjects(), ENOUGH)).toEqual([]);
    expect(find(soundObjects(), { "count/services": "9" })).toEqual([]);
  });

  it.each([
    { resource: "pods", limit: "3" },
    { resource: "requests.cpu", limit: "3500m" },
    { resource: "limits.memory", limit: "3Gi" },
  ])("refuses one with too little of $resource", ({ resource, limit }) => {
    expect(find(soundObjects(), { ...ENOUGH, [resource]: limit })).toEqual([
      `${resource} is ${limit}, less than its pods take.`,
    ]);
  });

  it("counts devices by their requests", () => {
    const resources = { requests: { "nvidia.com/gpu": "2" }, limits: { "nvidia.com/gpu": "2" } };
    const objects = soundExcept("StatefulSet db", "spec.template.spec.containers.0.resources", resources);

    expect(find(objects, { "requests.nvidia.com/gpu": "6" })).toEqual([]);
    expect(find(objects, { "requests.nvidia.com/gpu": "5" })).toEqual([
      "requests.nvidia.com/gpu is 5, less than its pods take.",
    ]);
  });

  it("counts an init container that takes more, and what an autoscaler may add", () => {
    const init = { requests: { cpu: "2", memory: "1Gi" }, limits: { cpu: "2", memory: "1Gi" } };
    const larger = soundExcept("Deployment web", "spec.template.spec.initContainers.0.resources", init);
    const scaler = {
      apiVersion: "autoscaling/v2",
      kind: "HorizontalPodAutoscaler",
      metadata: { name: "web" },
      spec: { scaleTargetRef: { kind: "Deployment", name: "web" }, maxReplicas: 2 },
    };

    expect(find(larger, ENOUGH)).toEqual([
      "requests.cpu is 4, less than its pods take.",
      "limits.cpu is 4, less than its pods take.",
    ]);
    expect(find([...soundObjects(), scaler], ENOUGH)).toHaveLength(5);
    const keda = { ...scaler, kind: "ScaledObject", spec: { scaleTargetRef: { name: "web" }, maxReplicaCount: 2 } };
    expect(find([...soundObjects(), keda], ENOUGH)).toHaveLength(5);
  });
});

function find(objects: readonly KubernetesObject[], hard: object) {
  const metadata = { name: "quota", namespace: "milvus-test" };
  const quota = { apiVersion: "v1", kind: "ResourceQuota", metadata, spec: { hard } };
  const found = quotaCoversPods.find(treeOf([...objects, quota]));
  if (!Array.isArray(found)) throw new Error("It waits for nothing.");
  return found.map(({ message }: { readonly message: string }) => message);
}
