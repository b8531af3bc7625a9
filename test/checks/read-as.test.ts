import { describe, expect, it } from "vitest";
import { readAs, type Shape } from "../../generator/checks/read-as.ts";

describe("readAs", () => {
  it.each<{ shape: Shape; value: unknown; read: unknown }>([
    { shape: "text", value: "a", read: "a" },
    { shape: "text", value: 1, read: undefined },
    { shape: "name", value: null, read: "" },
    { shape: "number", value: "1", read: undefined },
    { shape: "port", value: "80", read: 0 },
    { shape: "quantity", value: 2, read: "2" },
    { shape: "quantity", value: {}, read: undefined },
    { shape: "target", value: "http", read: "http" },
    { shape: "boolean", value: "yes", read: undefined },
    { shape: "any", value: null, read: undefined },
    { shape: "any", value: [1], read: [1] },
    { shape: ["text"], value: ["a", 1, null, "b"], read: ["a", "b"] },
    { shape: ["text"], value: { a: "b" }, read: undefined },
    { shape: { "*": "text" }, value: { a: "b", c: 1 }, read: { a: "b" } },
    { shape: { a: "text" }, value: ["a"], read: undefined },
    { shape: { a: "name", b: "port" }, value: {}, read: { a: "", b: 0 } },
    { shape: { a: { b: "text" } }, value: { a: { b: 1, c: 2 } }, read: { a: { c: 2 } } },
    { shape: { a: "text" }, value: { other: 1, nothing: null }, read: { other: 1 } },
    { shape: { a: "text" }, value: { constructor: "b" }, read: { constructor: "b" } },
  ])("reads $value as $shape", ({ shape, value, read }) => {
    expect(readAs(value, shape)).toEqual(read);
  });
});
