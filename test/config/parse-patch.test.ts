import { describe, expect, it } from "vitest";
import { parsePatch } from "../../generator/config/edit.ts";

describe("parsePatch", () => {
  it("makes an edit of every value, and a removal of null", () => {
    const patch = 'milvus:\n  version: "2.6.21"\n  image: { digest: null }\nowners: ["@a"]\nlabels: {}\netcd:\n';

    expect(parse(patch)).toEqual({
      edits: [
        { path: ["milvus", "version"], value: "2.6.21" },
        { path: ["milvus", "image", "digest"], value: undefined },
        { path: ["owners"], value: ["@a"] },
        { path: ["etcd"], value: undefined },
      ],
    });
  });

  it("finds fields that do not exist where they stand, and keys with dots", () => {
    expect(parse("milvus:\n  verison: x\n")).toMatchObject({
      findings: [{ code: "E_UNKNOWN", path: "milvus.verison", location: { file: "patch.yaml", line: 2, column: 3 } }],
    });
    expect(parse("milvus: { roles: { proxy: { config: { queryNode.slots: '1' } } } }\n")).toEqual({
      edits: [{ path: ["milvus", "roles", "proxy", "config", "queryNode.slots"], value: "1" }],
    });
  });

  it("refuses a file that is no mapping", () => {
    expect(parse("- a\n")).toMatchObject({ findings: [{ code: "E_SHAPE" }] });
  });
});

function parse(text: string) {
  return parsePatch("patch.yaml", new TextEncoder().encode(text));
}
