import { expect, it } from "vitest";
import { fileInTar } from "../../generator/system/tar-archive.ts";
import { fileInZip } from "../../generator/system/zip-archive.ts";
import { tarGz, zip } from "./archives.ts";

const FILES = { README: "read me", "bin/program": "x".repeat(5000), "bin/empty": "" };

it.each(Object.entries(FILES))("finds %s in a .tar.gz", (name, text) => {
  expect(fileInTar(tarGz(FILES), name).toString()).toBe(text);
});

it.each(Object.entries(FILES))("finds %s in a zip archive, also with a comment", (name, text) => {
  expect(fileInZip(zip(FILES), name).toString()).toBe(text);
  expect(fileInZip(zip(FILES, "a comment"), name).toString()).toBe(text);
});

it("says what is missing, and what is no archive", () => {
  expect(() => fileInTar(tarGz(FILES), "program")).toThrow("program is not in the archive");
  expect(() => fileInZip(zip(FILES), "program")).toThrow("program is not in the archive");
  expect(() => fileInZip(Buffer.from("no zip archive at all, only text"), "x")).toThrow("this is not a zip archive");
});
