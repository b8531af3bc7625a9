import { describe, expect, it } from "vitest";
import { diffText } from "../../generator/documents/diff-text.ts";
import type { DiffField } from "../../generator/documents/diff-values.ts";
import { anEnvironmentChange, anObjectChange, someValues } from "./diff-values.ts";

/** The lines under the object, for one field. */
function linesOf(field: DiffField): string[] {
  const text = diffText(someValues(anEnvironmentChange({ objects: [anObjectChange({ fields: [field] })] })), { colour: false });
  return text.slice(text.indexOf("(low)\n") + "(low)\n".length, text.indexOf("\n\nNo object")).split("\n");
}

describe("diffText", () => {
  it("tells a table, reasons, the roll-out and every field", () => {
    expect(
      diffText(someValues(anEnvironmentChange()), { colour: false }),
    ).toBe(`From HEAD (1a2b3c4d) to what would be generated now:

  Environment  Risk         Added  Changed  Removed  Pods that restart
  prod         low              0        1        0                  2

prod
  Why
    low          2 pods restart.
                 Deployment m/milvus-proxy
  Roll-out, one wave after the other
    wave 5   milvus-mixcoord: 2 pods restart, one by one, with up to 90 s to stop
    wave 10  milvus-proxy: 2 pods restart, one by one, with up to 90 s to stop
  Objects
    changed Deployment m/milvus-proxy (low)
      spec.template.spec.containers[proxy].image: milvusdb/milvus:v2.6.19 → milvusdb/milvus:v2.6.20

No object differs in dev.
`);
  });

  it("is one line where nothing differs", () => {
    expect(diffText(someValues(), { colour: false })).toBe(
      "From HEAD (1a2b3c4d) to what would be generated now: no object differs.\n",
    );
  });

  it("tells objects that differ in the same way as one, and the environment that comes", () => {
    const names = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
    const objects = names.map((name) => anObjectChange({ change: "added", fields: [] }, name));
    const text = diffText(someValues(anEnvironmentChange({ status: "added", objects })), { colour: false });

    expect(text).toContain("\nprod, which is added\n");
    const shown = names.slice(0, 8).map((name) => `Deployment m/${name}`);
    expect(text).toContain(`\n    added ${shown.join(", ")} and 1 more (low)\n`);
  });

  it.each<[string, DiffField, string[]]>([
    ["a field that comes", { path: "a", what: "value", after: { b: 1, a: [2] } }, ['      a: new: {"a":[2],"b":1}']],
    ["a field that goes", { path: "a", what: "value", before: 3 }, ["      a: gone: 3"]],
    ["a text that looks like a number", { path: "a", what: "value", before: "1", after: 1 }, ['      a: "1" → 1']],
    ["a Secret", { path: "data.a", what: "secret" }, ["      data.a: changed (a Secret's value is not shown)"]],
    ["a configuration", { path: "a.name", what: "config", before: "x-1", after: "x-2" }, ["      a.name: config changed"]],
    [
      "a text of several lines",
      { path: "a", what: "text", before: "x", after: "y", lines: ["-x", "+y"] },
      ["      a: changed", "        -x", "        +y"],
    ],
    [
      "a long value",
      { path: "a", what: "value", before: "x", after: "y".repeat(200) },
      [`      a: x → ${"y".repeat(160)}… (40 characters more)`],
    ],
    [
      "what a terminal would obey",
      { path: "a\u001b[2J", what: "value", before: "x", after: "\u202ey\u009b" },
      ['      a\\x1b[2J: x → "\\u202ey\\x9b"'],
    ],
  ])("shows %s", (_title, field, lines) => {
    expect(linesOf(field)).toEqual(lines);
  });

  it("paints risks, where colours are wanted, and nothing else", () => {
    const plain = diffText(someValues(anEnvironmentChange()), { colour: false });
    const painted = diffText(someValues(anEnvironmentChange()), { colour: true });

    expect(painted).toContain("  prod         \u001b[32mlow\u001b[0m              0");
    expect(painted).toContain("    \u001b[32mlow\u001b[0m          2 pods restart.");
    expect(painted).toContain("milvus-proxy (\u001b[32mlow\u001b[0m)\n");
    expect(painted.replaceAll("\u001b[32m", "").replaceAll("\u001b[0m", "")).toBe(plain);
  });
});
