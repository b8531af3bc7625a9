import { describe, expect, it } from "vitest";
import { filesAreSmall, noLinks, onlyFiles } from "../../../generator/checks/repository/file-kinds.ts";
import { lastLineEnds, linesEndAlike } from "../../../generator/checks/repository/text-form.ts";
import { keysOnce, noAliases, yamlIsReadable } from "../../../generator/checks/repository/yaml-form.ts";
import { repositoryOf } from "./tree.ts";

describe("what stands in the repository", () => {
  const tree = repositoryOf({
    "base/a.yaml": "a: 1\n",
    "base/link": { type: "symlink" },
    "base/pipe": { type: "other" },
    "base/large.yaml": { type: "large", bytes: 1_048_577 },
  });

  it("is no link", () => {
    expect(noLinks.find(tree)).toEqual([{ subject: "base/link", message: "It is a symbolic link." }]);
  });

  it("is nothing but files", () => {
    expect(onlyFiles.find(tree)).toEqual([{ subject: "base/pipe", message: "It is no file." }]);
  });

  it("is not large", () => {
    expect(filesAreSmall.find(tree)).toEqual([{ subject: "base/large.yaml", message: "It has 1048577 bytes." }]);
  });
});

describe("the lines of a file", () => {
  it.each([
    { text: "a: 1\n", messages: [] },
    { text: "a: 1\nb: 2\r\n", messages: ["Line 2 ends with a carriage return."] },
    { text: "a: 1\r\nb: 2\r\nc: 3\r\n", messages: ["Line 1 ends with a carriage return, as 2 more do."] },
  ])("end with a line feed alone: $text", ({ text, messages }) => {
    expect(linesEndAlike.find(repositoryOf({ a: text }))).toEqual(messages.map((message) => ({ subject: "a", message })));
  });

  it.each([
    { text: "", messages: [] },
    { text: "a: 1\n", messages: [] },
    { text: "a: 1", messages: ["Its last line has no end."] },
  ])("end, the last one too: $text", ({ text, messages }) => {
    expect(lastLineEnds.find(repositoryOf({ a: text }))).toEqual(messages.map((message) => ({ subject: "a", message })));
  });
});

describe("a YAML file", () => {
  const SOUND = "a: 1\nb:\n  a: 2\n---\na: 3\n";

  it("passes with several documents, and one key in several mappings", () => {
    const tree = repositoryOf({ "a.yaml": SOUND });

    for (const invariant of [yamlIsReadable, keysOnce, noAliases]) expect(invariant.find(tree)).toEqual([]);
  });

  it("is readable", () => {
    expect(
      yamlIsReadable.find(repositoryOf({ "a.yml": "a: 1\nb: !secret x\n", "b.json": '{"a": 1}', "c.md": "a: [\n" })),
    ).toEqual([{ subject: "a.yml", message: "Line 2: Unresolved tag: !secret." }]);
  });

  it("has each key once, however it is written", () => {
    expect(keysOnce.find(repositoryOf({ "x/Kustomization": "a: 1\nb: { c: 1, 'c': 2 }\n\"a\": 2\n" }))).toEqual([
      { subject: "x/Kustomization", message: "Line 3: The key a is there already." },
      { subject: "x/Kustomization", message: "Line 2: The key c is there already." },
    ]);
  });

  it("has neither anchors nor aliases", () => {
    expect(noAliases.find(repositoryOf({ "a.yaml": "a: &x 1\nb: *x\n" }))).toEqual([
      { subject: "a.yaml", message: "Line 1: It uses &x." },
      { subject: "a.yaml", message: "Line 2: It uses *x." },
    ]);
  });
});
