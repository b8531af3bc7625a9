import { describe, expect, it } from "vitest";
import { mergePatch } from "../../generator/kustomize/merge-patch.ts";

describe("mergePatch", () => {
  it("is nothing where nothing differs, whatever the order of fields", () => {
    expect(mergePatch({ a: 1, b: { c: [1, 2] } }, { b: { c: [1, 2] }, a: 1 })).toBeUndefined();
  });

  it("holds only the fields that differ, and null for those that go", () => {
    const base = { spec: { replicas: 2, strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: 1 } }, paused: false } };
    const target = { spec: { replicas: 3, strategy: { type: "Recreate" }, paused: false } };

    expect(mergePatch(base, target)).toEqual({
      spec: { replicas: 3, strategy: { type: "Recreate", rollingUpdate: null } },
    });
  });

  it("names the items of a list that change, come or go", () => {
    const base = { volumes: [{ name: "a", emptyDir: { sizeLimit: "1Gi" } }, { name: "b" }, { name: "c" }] };
    const target = { volumes: [{ name: "a", emptyDir: { sizeLimit: "2Gi" } }, { name: "b" }, { name: "d" }] };

    expect(mergePatch(base, target)).toEqual({
      volumes: [{ name: "a", emptyDir: { sizeLimit: "2Gi" } }, { name: "d" }, { name: "c", $patch: "delete" }],
    });
  });

  it("keeps a variable behind those that it uses, because Kustomize puts patched items first", () => {
    const base = { env: [{ name: "NAMESPACE" }, { name: "OTHER" }, { name: "URL", value: "http://a.$(NAMESPACE)" }] };
    const target = { env: [{ name: "NAMESPACE" }, { name: "OTHER" }, { name: "URL", value: "http://b.$(NAMESPACE)" }] };

    expect(mergePatch(base, target)).toEqual({
      env: [{ name: "NAMESPACE" }, { name: "URL", value: "http://b.$(NAMESPACE)" }],
    });
  });

  it("keeps init containers in their order", () => {
    const base = { initContainers: [{ name: "first" }, { name: "second", image: "a:1" }, { name: "third" }] };
    const target = { initContainers: [{ name: "first" }, { name: "second", image: "a:2" }, { name: "third" }] };

    expect(mergePatch(base, target)).toEqual({ initContainers: [{ name: "first" }, { name: "second", image: "a:2" }] });
  });

  it("tells the ports of a Service apart by number and protocol, without either of which Kustomize drops the patch", () => {
    const service = { ports: [{ name: "milvus", port: 19530, protocol: "TCP" }] };
    const exposed = { ports: [{ name: "milvus", port: 19530, protocol: "TCP", nodePort: 30001 }] };

    expect(mergePatch(service, exposed)).toEqual({ ports: [{ port: 19530, protocol: "TCP", nodePort: 30001 }] });
  });

  it("takes an item for another one when a field of its key changes", () => {
    const spread = (whenUnsatisfiable: string) => ({
      topologySpreadConstraints: [{ maxSkew: 1, topologyKey: "zone", whenUnsatisfiable }],
    });

    expect(mergePatch(spread("ScheduleAnyway"), spread("DoNotSchedule"))).toEqual({
      topologySpreadConstraints: [
        { topologyKey: "zone", whenUnsatisfiable: "DoNotSchedule", maxSkew: 1 },
        { topologyKey: "zone", whenUnsatisfiable: "ScheduleAnyway", $patch: "delete" },
      ],
    });
  });

  it("replaces lists of texts and of items without a key as a whole", () => {
    expect(mergePatch({ args: ["a", "b"] }, { args: ["a"] })).toEqual({ args: ["a"] });
    expect(mergePatch({ tolerations: [{ key: "a" }] }, { tolerations: [{ key: "b" }] })).toEqual({
      tolerations: [{ key: "b" }],
    });
  });
});
