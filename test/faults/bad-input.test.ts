import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { damaged } from "../invalid/damaged.ts";
import { inBatches, LIMIT_MILLISECONDS } from "./batches.ts";
import { aMachine, start } from "./machine.ts";
import { aRepository, SMALL, treeOf } from "./small-repository.ts";

vi.setConfig({ testTimeout: LIMIT_MILLISECONDS });

const machine = aMachine("generate");
const SAMPLE = { seed: 20_261_124, numRuns: 100 };

describe("a damaged file", () => {
  it.each(Object.keys(SMALL))("%s is refused by the command with nothing written, or is a good one", async (path) => {
    const text = new TextEncoder().encode(SMALL[path]);
    const texts = fc
      .sample(damaged(text), { ...SAMPLE, numRuns: SAMPLE.numRuns / 2 })
      .map((bytes) => Buffer.from(bytes).toString());

    await inBatches(texts, async (damage) => {
      const root = aRepository({ ...SMALL, [path]: damage });
      const before = treeOf(root);

      const { code, stdout, stderr } = await start(machine, ["generate", "-C", root]);

      if (code === 0) return expect(treeOf(root)).toMatchObject(before);
      expect({ code, stdout, tree: treeOf(root) }, damage).toEqual({ code: 2, stdout: "", tree: before });
      expect(stderr).toMatch(/\n\n\d+ problems? in \d files?(?:, \d+ warnings? in \d files?)?\. Nothing was written\.\n$/);
    });
  });
});
