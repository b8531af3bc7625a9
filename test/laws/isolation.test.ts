import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planRepository } from "../../generator/commands/plan.ts";
import type { FileTree } from "../../generator/documents/file-tree.ts";
import { anyEnvironment } from "../support/arbitrary-environments.ts";
import { sourcesOf } from "../support/repository.ts";

type Environments = Readonly<Record<string, object>>;

/** A seed of its own for every law, so that a failure repeats. */
const RUNS = { numRuns: 40, seed: 20_240_302 };

describe("an environment is independent of the others", () => {
  it("and changing it changes files in its own folders only, and who reviews them", () => {
    fc.assert(
      fc.property(anyEnvironment, anyEnvironment, anyEnvironment, (still, before, after) => {
        const [one, other] = [filesOf({ still, moved: before }), filesOf({ still, moved: after })];
        fc.pre(one !== undefined && other !== undefined);
        expect(outsideOf("moved", changedPaths(one, other))).toEqual([]);
      }),
      RUNS,
    );
  });

  it("and adding it adds its own folders, its name to lists, and who reviews it", () => {
    fc.assert(
      fc.property(anyEnvironment, anyEnvironment, (still, added) => {
        const [one, other] = [filesOf({ still }), filesOf({ still, added })];
        fc.pre(one !== undefined && other !== undefined);
        expect(outsideOf("added", changedPaths(one, other))).toEqual([
          "apps/README.md",
          "apps/kustomization.yaml",
          "overlays/README.md",
        ]);
      }),
      RUNS,
    );
  });
});

/** Undefined where two claim the same data outside. Each has a cluster of its own, so they cannot claim more. */
function filesOf(environments: Environments): FileTree | undefined {
  const files = Object.entries(environments).map(([name, file]) => [name, { ...file, cluster: { name } }]);
  return planRepository(sourcesOf(Object.fromEntries(files))).plan?.files;
}

/** Owners stand in one list, because GitHub reads no other. */
function outsideOf(environment: string, paths: readonly string[]): string[] {
  const own = [`overlays/${environment}/`, `apps/${environment}/`, ".github/CODEOWNERS"];
  return paths.filter((path) => !own.some((start) => path.startsWith(start)));
}

function changedPaths(one: FileTree, other: FileTree): string[] {
  const paths = new Set([...one.keys(), ...other.keys()]);
  return [...paths].filter((path) => one.get(path) !== other.get(path)).sort();
}
