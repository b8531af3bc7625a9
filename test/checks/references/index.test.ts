import { describe, expect, it } from "vitest";
import { problemsOf } from "../../../generator/checks/broken-invariants.ts";
import { REFERENCES } from "../../../generator/checks/references/index.ts";
import { soundObjects } from "../objects.ts";
import { treeOf } from "../trees.ts";

describe("REFERENCES", () => {
  it("finds nothing where every reference is answered", async () => {
    expect(await problemsOf(REFERENCES, treeOf(soundObjects()))).toEqual([]);
  });
});
