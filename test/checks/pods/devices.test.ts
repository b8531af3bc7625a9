import { describe, expect, it } from "vitest";
import { devicesWhole } from "../../../generator/checks/pods/devices.ts";
import { soundExcept, soundObjects } from "../objects.ts";
import { treeOf } from "../trees.ts";

describe("devicesWhole", () => {
  it("accepts none, a whole number, and a limit that says the request too", () => {
    expect(devicesWhole.find(treeOf(soundObjects()))).toEqual([]);
    expect(found({ requests: { "nvidia.com/gpu": "2" }, limits: { "nvidia.com/gpu": "2" } })).toEqual([]);
    expect(found({ limits: { "nvidia.com/gpu": "1" } })).toEqual([]);
  });

  it("leaves resources alone that can be divided", () => {
    expect(found({ requests: { cpu: "500m", "example.kubernetes.io/part": "1" }, limits: { cpu: "1" } })).toEqual([]);
  });

  it.each([
    { requests: { "nvidia.com/gpu": "1" }, limits: {}, fault: "it requests 1 of nvidia.com/gpu without a limit." },
    { requests: {}, limits: { "nvidia.com/gpu": "500m" }, fault: "its limit of nvidia.com/gpu is 500m." },
    {
      requests: { "nvidia.com/gpu": "1" },
      limits: { "nvidia.com/gpu": "2" },
      fault: "it requests 1 of nvidia.com/gpu, and its limit is 2.",
    },
  ])("refuses $fault", ({ requests, limits, fault }) => {
    expect(found({ requests, limits })).toEqual([{ subject: "StatefulSet milvus-test/db", message: `Container db: ${fault}` }]);
  });
});

function found(resources: object) {
  return devicesWhole.find(treeOf(soundExcept("StatefulSet db", "spec.template.spec.containers.0.resources", resources)));
}
