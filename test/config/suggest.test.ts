import { describe, expect, it } from "vitest";
import { suggest } from "../../generator/config/suggest.ts";
import { unknownReference } from "../../generator/config/unknown-reference.ts";

describe("suggest", () => {
  it.each([
    ["querynode", "queryNode"],
    ["query_node", "queryNode"],
    ["qureyNode", "queryNode"],
    ["queryNodes", "queryNode"],
    ["dataNod", "dataNode"],
  ])("knows that %s means %s", (word, meant) => {
    expect(suggest(word, ["proxy", "queryNode", "dataNode"])).toBe(meant);
  });

  it.each(["", "streaming", "x".repeat(100)])("does not guess what is far from everything: %j", (word) => {
    expect(suggest(word, ["proxy", "queryNode"])).toBeUndefined();
  });
});

describe("unknownReference", () => {
  it("names what was likely meant, then what there is", () => {
    expect(unknownReference("profile", "prod", ["development", "prods"])).toEqual({
      message: 'There is no profile "prod".',
      remedy: "Did you mean prods? There is development, prods.",
    });
  });

  it("cuts a long list, and says when there is none", () => {
    const names = Array.from({ length: 30 }, (_, index) => `zone-${index}`);

    expect(unknownReference("environment", "x", names).remedy).toMatch(/zone-19 and others\.$/);
    expect(unknownReference("environment", "x", []).remedy).toBe("There is none.");
  });
});
