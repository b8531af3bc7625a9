import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { replaceText } from "../../generator/system/text-file.ts";
import { aFolder, contentsOf } from "./temporary-folder.ts";

describe("replaceText", () => {
  it("writes a file that is new or another, with its folder", () => {
    const root = aFolder();

    replaceText(root, "schemas/a.json", "1\n");
    replaceText(root, "schemas/a.json", "2\n");

    expect(contentsOf(root)).toEqual({ "schemas/a.json": "2\n" });
  });

  it("leaves a file alone that is what it should be", () => {
    const root = aFolder({ "schemas/a.json": "1\n" });
    const before = statSync(join(root, "schemas/a.json")).ino;

    replaceText(root, "schemas/a.json", "1\n");

    expect(statSync(join(root, "schemas/a.json")).ino).toBe(before);
  });

  it("removes what a run left that was killed", () => {
    const root = aFolder({ "schemas/.a.json.tmp-0123456789ab": "half", "schemas/.a.json.tmp": "mine" });

    replaceText(root, "schemas/a.json", "1\n");

    expect(contentsOf(root)).toEqual({ "schemas/a.json": "1\n", "schemas/.a.json.tmp": "mine" });
  });

  it("says what stands in the way", () => {
    const root = aFolder({ "other/b.json": "", file: "" });
    mkdirSync(join(root, "schemas/a.json"), { recursive: true });

    expect(() => replaceText(root, "schemas/a.json", "1\n")).toThrow(expect.objectContaining({ code: "E_READ", exitCode: 2 }));
    expect(() => replaceText(root, "file/a.json", "1\n")).toThrow(expect.objectContaining({ code: "E_NOT_A_FOLDER" }));
  });
});
