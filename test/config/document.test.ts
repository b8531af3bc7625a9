import { describe, expect, it } from "vitest";
import { MAX_DEPTH } from "../../generator/config/depth.ts";
import { parseDocument, readDocument } from "../../generator/config/document.ts";

describe("parseDocument", () => {
  it("reads YAML 1.2, where only true and false are booleans", () => {
    expect(read("a: NO\nb: true\nc: on\nd: 1.10\ne: ~\nf: 2026-11-24\n")).toEqual({
      a: "NO",
      b: true,
      c: "on",
      d: 1.1,
      e: null,
      f: "2026-11-24",
    });
  });

  it("takes the line ends of Windows, and text of any language", () => {
    expect(read("a: ü\r\nb: 日本\r\n")).toEqual({ a: "ü", b: "日本" });
  });

  it("reads blocks of text as they are indented", () => {
    expect(read("a: |\n  one\n  two\nb: >-\n  one\n  two\n")).toEqual({ a: "one\ntwo\n", b: "one two" });
  });

  it.each([MAX_DEPTH - 2, MAX_DEPTH + 1])("stops at a depth, and only there: %i brackets", (depth) => {
    const result = parse(`a: ${"[".repeat(depth)}${"]".repeat(depth)}\n`);

    expect("document" in result).toBe(depth < MAX_DEPTH);
  });

  it("finds values, keys and what is missing by line and column", () => {
    const { document } = readDocument("f.yaml", encode("a:\n  b: 1.10\n  c:\n    - x\n    - y\n"));

    expect(document?.locate(["a", "b"])).toEqual({ file: "f.yaml", line: 2, column: 6 });
    expect(document?.keyLocation(["a", "b"])).toEqual({ file: "f.yaml", line: 2, column: 3 });
    expect(document?.locate(["a", "c", 1])).toEqual({ file: "f.yaml", line: 5, column: 7 });
    expect(document?.locate(["a", "d", "e"])).toEqual({ file: "f.yaml", line: 1, column: 1 });
    expect(document?.locate([])).toEqual({ file: "f.yaml", line: 1, column: 1 });
    expect(document?.written(["a", "b"])).toBe("1.10");
  });

  it("is not changed by keys that JavaScript's objects know", () => {
    const result = parse("a: { __proto__: { admin: true } }\n");

    expect("findings" in result && result.findings.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "E_UNKNOWN a.__proto__",
    ]);
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
  });
});

function parse(text: string) {
  return parseDocument("f.yaml", encode(text));
}

function read(text: string): unknown {
  const result = parse(text);
  return "document" in result ? result.document.value : result.findings;
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
