import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Document, isMap, parseDocument } from "yaml";
import { applyEdits, type Edit } from "../../generator/config/edit.ts";
import { anyEnvironment } from "../support/arbitrary-environments.ts";
import { lostComments, lostLines } from "./edited-lines.ts";
import { type Choose, chooser, written } from "./written-file.ts";

const choices = fc.array(fc.nat(9999), { minLength: 40, maxLength: 40 });

describe("applyEdits", () => {
  it("does to any file what was asked for, and touches no other line and no comment", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(anyEnvironment, choices, choices, (value, layout, wishes) => {
        const first = written(value, chooser(layout));
        const choose = chooser(wishes);
        const edits = Array.from({ length: 3 }, () => anyEdit(value, choose));
        expect(edited(first, edits)).toBe(edits.reduce(withOne, first));
      }),
      { numRuns: 60, seed: 20_261_128 },
    );
  });
});

/** The text with the edit, after every law was held against it. */
function withOne(before: string, edit: Edit): string {
  const after = edited(before, [edit]);
  expect(parseDocument(after).toJS()).toEqual(withEdit(parseDocument(before), edit));
  expect(lostLines(before, after, edit)).toEqual([]);
  expect(lostComments(before, after, edit)).toEqual([]);
  expect(edited(after, [edit])).toBe(after);
  return after;
}

function edited(text: string, edits: readonly Edit[]): string {
  const result = applyEdits("environment.yaml", new TextEncoder().encode(text), edits);
  if ("findings" in result) throw new Error(`${JSON.stringify(result.findings)}\n${JSON.stringify(edits)}\n${text}`);
  return new TextDecoder().decode(result.bytes);
}

const NEW: readonly Edit[] = [
  { path: ["milvus", "version"], value: "2.6.21" },
  { path: ["milvus", "config", "proxy", "maxTaskNum"], value: 512 },
  { path: ["milvus", "config", "log"], value: { level: "info", file: { maxSize: 1 } } },
  { path: ["milvus", "image", "digest"], value: `sha256:${"5".repeat(64)}` },
  { path: ["milvus", "roles", "proxy", "env", "A"], value: "yes: # no" },
  { path: ["milvus", "roles", "proxy", "labels", "acme.com/team"], value: "010" },
  { path: ["etcd", "resources", "requests"], value: { cpu: "2", memory: "4Gi" } },
  { path: ["owners"], value: ["@octocat"] },
  { path: ["owners"], value: ["@acme/search", "@acme/data", "@octocat"] },
  { path: ["imagePullSecrets"], value: [] },
  { path: ["labels"], value: {} },
  { path: ["gates", "checks"], value: ["ci / smoke", 'say "hello"', "it's"] },
];

const OTHER: readonly unknown[] = [17, "x", "2.5", true, ["a", "b: c"], "two words, {", "two\nlines"];

/** One of the above, a field or a mapping that goes, or a field with another value. */
function anyEdit(value: unknown, choose: Choose): Edit {
  const paths = fields(value, []).filter(([first]) => first !== "apiVersion");
  const path = paths[choose(paths.length)] ?? [];
  const kind = choose(4);
  if (kind === 0) return NEW[choose(NEW.length)] ?? { path, value: undefined };
  return { path, value: kind === 1 ? undefined : OTHER[choose(OTHER.length)] };
}

function fields(value: unknown, path: readonly string[]): (readonly string[])[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [path];
  const below = Object.entries(value).flatMap(([key, inner]) => fields(inner, [...path, key]));
  return path.length === 0 ? below : [path, ...below];
}

/** What the edit means, by the means of the yaml package. */
function withEdit(document: Document, { path, value: wanted }: Edit): unknown {
  const outer = path.slice(0, -1).map((_, index) => path.slice(0, index + 1));
  if (wanted === undefined) remove(document, path);
  else {
    for (const field of outer) if (!isMap(document.getIn(field))) document.setIn(field, document.createNode({}));
    document.setIn(path, document.createNode(wanted));
  }
  return document.toJS();
}

function remove(document: Document, path: readonly string[]): void {
  if (!document.hasIn(path)) return;
  document.deleteIn(path);
  const outer = path.slice(0, -1);
  const left = document.getIn(outer);
  if (outer.length > 0 && isMap(left) && left.items.length === 0) remove(document, outer);
}
