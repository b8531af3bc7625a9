import { describe, expect, it } from "vitest";
import { withLock } from "../../generator/system/lock.ts";
import { readTree } from "../support/repository.ts";
import { run } from "../support/run.ts";
import { freshRepository } from "./repositories.ts";

describe("the lock", () => {
  it("lets no second run write, and hinders none that only reads", async () => {
    const root = freshRepository();
    await withLock(root, async () => {
      const before = readTree(root);
      const generate = await run(root, "generate");
      const preview = await run(root, "generate", "--dry-run");

      expect({ code: generate.code, stdout: generate.stdout }).toEqual({ code: 75, stdout: "" });
      expect(generate.stderr).toMatch(
        new RegExp(`^Process ${process.pid} on \\S+ is writing to this repository\\. Nothing was written\\.\n`),
      );
      expect(preview.code).toBe(0);
      expect(readTree(root)).toEqual(before);
    });

    expect((await run(root, "generate")).code).toBe(0);
  });

  it("lets one of two runs write that start together, or both in turn", async () => {
    const root = freshRepository();
    const codes = (await Promise.all([run(root, "generate"), run(root, "generate")])).map(({ code }) => code);

    expect(codes).toContain(0);
    expect(codes.every((code) => code === 0 || code === 75)).toBe(true);
    expect((await run(root, "check")).code).toBe(0);
  });
});
