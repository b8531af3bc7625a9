import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { environmentObjects } from "../../generator/commands/check-plan.ts";
import type { Plan } from "../../generator/commands/plan.ts";
import type { JsonMap } from "../../generator/kustomize/json.ts";
import type { Environment } from "../../generator/model/environment.ts";
import { findKustomize, type Kustomize } from "../../generator/system/kustomize-binary.ts";
import { renderKustomization } from "../../generator/system/render-kustomization.ts";
import { readSources } from "../../generator/system/repository.ts";
import { anyEnvironment } from "../support/arbitrary-environments.ts";
import { canonical, misplacedVariables, parseObjects } from "../support/canonical.ts";
import { planOf } from "../support/plans.ts";
import { sourcesOf, temporaryRepository } from "../support/repository.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const RANDOM_ENVIRONMENTS = 300;
const AT_ONCE = 3;

describe("kustomize build of an overlay equals the plan", () => {
  let kustomize: Kustomize;
  beforeAll(async () => {
    kustomize = await findKustomize(process.env);
  }, 300_000);

  it("for the committed environments", async () => {
    await expectRoundTrip(kustomize, [planOf(readSources(ROOT))]);
  });

  it.each(["article", "everything"])("for the environment %s", async (name) => {
    await expectRoundTrip(kustomize, [planOf(readSources(join(ROOT, "test", "golden", name)))]);
  });

  it(`for ${RANDOM_ENVIRONMENTS} random ones`, { timeout: 300_000 }, async () => {
    await expectRoundTrip(kustomize, randomPlans(RANDOM_ENVIRONMENTS));
  });
});

/** Each is a repository of its own, because two random ones may claim the same bucket or port. */
function randomPlans(count: number): Plan[] {
  const files = fc.sample(anyEnvironment, { numRuns: count, seed: 20_240_229 });
  return files.map((file, index) => planOf(sourcesOf({ [`random-${index}`]: file })));
}

async function expectRoundTrip(kustomize: Kustomize, plans: readonly Plan[]): Promise<void> {
  const root = temporaryRepository(new Map(plans.flatMap(({ files }) => [...files])));
  const waiting = plans.flatMap(({ environments }) => environments);
  const worker = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) await expectSame(kustomize, root, next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function expectSame(kustomize: Kustomize, root: string, environment: Environment): Promise<void> {
  const rendered = parseObjects(await renderKustomization(kustomize, join(root, "overlays", environment.name)));
  const planned = environmentObjects(environment) as readonly JsonMap[];

  expect(canonical(rendered)).toEqual(canonical(planned));
  expect(misplacedVariables(rendered)).toEqual([]);
}
