import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkPlan } from "../../generator/commands/check-plan.ts";
import type { Plan } from "../../generator/commands/plan.ts";
import { readSources } from "../../generator/system/repository.ts";
import { anyEnvironment } from "../support/arbitrary-environments.ts";
import { planOf } from "../support/plans.ts";
import { sourcesOf } from "../support/repository.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const RANDOM_ENVIRONMENTS = 40;

describe("every planned object is valid, refers to what exists, is guarded and may be applied", () => {
  it("for the committed environments", async () => {
    await expectNoProblem(planOf(readSources(ROOT)));
  });

  it.each(["article", "everything"])("for the environment %s", async (name) => {
    await expectNoProblem(planOf(readSources(join(ROOT, "test", "golden", name))));
  });

  it(`for ${RANDOM_ENVIRONMENTS} random ones`, async () => {
    for (const file of fc.sample(anyEnvironment, { numRuns: RANDOM_ENVIRONMENTS, seed: 20_240_301 })) {
      await expectNoProblem(planOf(sourcesOf({ random: file })), file);
    }
  });
});

/** Warnings of what a description may well choose: storage that takes no snapshots, and no place beside it. */
const CHOSEN: ReadonlySet<string> = new Set(["etcd-backed-up"]);

/** The description is compared with itself, so that a failure shows it. */
async function expectNoProblem(plan: Plan, description?: object): Promise<void> {
  const problems = (await checkPlan(plan)).filter(({ invariant }) => !CHOSEN.has(invariant));
  expect({ problems, description }).toEqual({ problems: [], description });
}
