import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aFolder } from "../system/temporary-folder.ts";
import { aMachine, type Ending, start } from "./machine.ts";
import { aGeneratedRepository, aRepository, treeOf } from "./small-repository.ts";

const machine = aMachine("generate");

const generate = (root: string, script: string, ...options: readonly string[]): Promise<Ending> =>
  start(machine, ["generate", "-C", root, ...options], { within: ["/bin/sh", "-c", script, "sh"] });

describe("output", () => {
  it.each([
    ["standard output", '"$@" >/dev/full'],
    ["standard error", '"$@" 2>/dev/full'],
  ])("that finds a full disk on %s is reported by the exit code, and the files are written", async (_what, script) => {
    const root = aRepository();

    const { code, stderr } = await generate(root, script);

    expect(code).toBe(5);
    if (!script.includes("2>")) expect(stderr).toMatch(/Some output was lost \(ENOSPC\)\. .* \(E_WRITE\)\n$/);
    expect(stderr).not.toContain(" at ");
    expect(treeOf(root)).toEqual(treeOf(await aGeneratedRepository(machine)));
  });

  it.each([
    ["has seen enough", '{ "$@"; echo $? >"$0.code"; } | head -n 1'],
    ["is gone at once", '{ "$@"; echo $? >"$0.code"; } | true'],
    ["was never there", '"$@" >&-; echo $? >"$0.code"'],
  ])("whose reader %s is no failure", async (_what, script) => {
    const file = join(aFolder(), "ending");
    const within = ["/bin/sh", "-c", script, file];

    const { stderr } = await start(machine, ["generate", "--diff", "-C", aRepository()], { within });

    expect(readFileSync(`${file}.code`, "utf8")).toBe("0\n");
    expect(stderr).not.toContain("EPIPE");
  });

  it("keeps the exit code of a failure that could not be told", async () => {
    expect(await generate(aFolder(), '"$@" 2>/dev/full')).toMatchObject({ code: 2 });
  });
});
