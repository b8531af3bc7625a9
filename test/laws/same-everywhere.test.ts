import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { sameIdentity } from "../../generator/checks/gitops/same-identity.ts";
import { sameProbes } from "../../generator/checks/gitops/same-probes.ts";
import { sameProtection } from "../../generator/checks/gitops/same-protection.ts";
import type { PlatformTree } from "../../generator/checks/invariant.ts";
import { environmentObjects } from "../../generator/commands/check-plan.ts";
import { environmentTree } from "../../generator/commands/render-environments.ts";
import { aPlatform } from "../argocd/platform.ts";
import { anyEnvironment } from "../support/arbitrary-environments.ts";
import { planOf } from "../support/plans.ts";
import { sourcesOf } from "../support/repository.ts";

const RANDOM_ENVIRONMENTS = 40;

let tree: PlatformTree;

beforeAll(() => {
  const files = fc.sample(anyEnvironment, { numRuns: RANDOM_ENVIRONMENTS, seed: 20_240_701 });
  const planned = files.flatMap((file, index) => planOf(sourcesOf({ [`random-${index}`]: file })).environments);
  tree = {
    platform: aPlatform(),
    applications: [],
    environments: planned.map((environment) => environmentTree(environment, environmentObjects(environment))),
  };
}, 120_000);

describe(`whatever ${RANDOM_ENVIRONMENTS} random environments say`, () => {
  it("their objects find each other, and are guarded, in the same way", async () => {
    expect([...(await sameIdentity.find(tree)), ...(await sameProtection.find(tree))]).toEqual([]);
  });

  it("their pods are watched in the same way, but for a Pulsar that asks for tokens", async () => {
    const found = await sameProbes.find(tree);
    const others = found.filter(({ message }) => !/^It has readinessProbe of (?:broker|standalone) /.test(message));

    expect(found).not.toEqual([]);
    expect(others).toEqual([]);
  });
});
