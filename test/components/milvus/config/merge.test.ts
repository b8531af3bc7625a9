import { describe, expect, it } from "vitest";
import { mergeConfig } from "../../../../generator/components/milvus/config/merge.ts";

describe("mergeConfig", () => {
  it("merges maps key by key, at any depth", () => {
    expect(mergeConfig({ a: { b: { c: 1, d: 2 } }, e: 3 }, { a: { b: { d: 4 } }, f: 5 })).toEqual({
      a: { b: { c: 1, d: 4 } },
      e: 3,
      f: 5,
    });
  });

  it.each([
    ["a list", [1, 2], [3]],
    ["a map by a value", { b: 1 }, 2],
    ["a value by a map", 2, { b: 1 }],
    ["a value by nothing", 2, null],
  ])("replaces %s", (_, base, over) => {
    expect(mergeConfig({ a: base }, { a: over })).toEqual({ a: over });
  });

  it("changes neither side", () => {
    const base = { a: { b: 1 } };
    const over = { a: { b: 2 } };
    mergeConfig(base, over);

    expect([base, over]).toEqual([{ a: { b: 1 } }, { a: { b: 2 } }]);
  });
});
