import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readPlainFile } from "../../generator/system/read-plain-file.ts";
import { aFolder, put } from "./temporary-folder.ts";

describe("readPlainFile", () => {
  it("gives the bytes of a file", () => {
    expect(readPlainFile(put(aFolder(), "file", Uint8Array.of(0xff, 0x00)))).toEqual(Buffer.from([0xff, 0x00]));
  });

  it.each<[string, string, (path: string) => void]>([
    ["nothing", "ENOENT", () => {}],
    ["a folder", "EISDIR", (path) => put(path, "file", "text")],
    ["a link to a file", "ELOOP", (path) => symlinkSync(put(aFolder(), "file", "text"), path)],
    ["a link that leads nowhere", "ELOOP", (path) => symlinkSync("nowhere", path)],
    ["a pipe, without waiting for its writer", "EINVAL", (path) => void execFileSync("mkfifo", [path])],
  ])("refuses %s", (_what, code, make) => {
    const path = join(aFolder(), "entry");
    make(path);

    expect(() => readPlainFile(path)).toThrow(expect.objectContaining({ code }));
  });
});
