import { describe, expect, it } from "vitest";
import { merge } from "../../generator/config/merge.ts";

describe("merge", () => {
  it("joins mappings key by key at every depth", () => {
    const lower = { etcd: { replicas: 1, storage: { size: "10Gi" } }, labels: { a: "1" } };
    const upper = { etcd: { storage: { storageClass: "fast" } } };

    expect(merge<object>(lower, upper)).toEqual({
      etcd: { replicas: 1, storage: { size: "10Gi", storageClass: "fast" } },
      labels: { a: "1" },
    });
  });

  it.each([
    ["a list", [1, 2], [3], [3]],
    ["an empty list", [1, 2], [], []],
    ["a value", 1, 2, 2],
    ["false", true, false, false],
    ["null, which milvus.config may hold", { a: 1 }, null, null],
    ["a mapping over a list", [1], { a: 1 }, { a: 1 }],
    ["a list over a mapping", { a: 1 }, [1], [1]],
  ])("takes %s from the upper layer whole", (_, lower, upper, expected) => {
    expect(merge<unknown>({ field: lower }, { field: upper })).toEqual({ field: expected });
  });

  it("shares what one layer says alone, and changes neither", () => {
    const lower = Object.freeze({ etcd: Object.freeze({ replicas: 1 }), labels: Object.freeze({}) });
    const upper = Object.freeze({ etcd: Object.freeze({ mode: "internal" }) });

    const merged = merge<Record<string, unknown>>(lower, upper);

    expect(merged.labels).toBe(lower.labels);
    expect(merge<object>(lower, {})).toBe(lower);
  });

  it("takes nothing from JavaScript's own properties of objects", () => {
    expect(Object.keys(merge<object>({}, { constructor: { a: 1 }, toString: "x" }))).toEqual(["constructor", "toString"]);
  });
});
