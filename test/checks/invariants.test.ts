import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { problemsOf } from "../../generator/checks/broken-invariants.ts";
import type { Invariant } from "../../generator/checks/invariant.ts";
import { ENVIRONMENT_INVARIANTS, PLATFORM_INVARIANTS, REPOSITORY_INVARIANTS } from "../../generator/checks/invariants.ts";
import { environmentObjects, platformTree } from "../../generator/commands/check-plan.ts";
import { environmentTree } from "../../generator/commands/render-environments.ts";
import { repositoryTree } from "../../generator/commands/repository-tree.ts";
import { readSources } from "../../generator/system/repository.ts";
import { planOf } from "../support/plans.ts";
import { BACKUP_SEEDS } from "./seeds/backup.ts";
import { DATA_SEEDS } from "./seeds/data.ts";
import { GITOPS_SEEDS } from "./seeds/gitops.ts";
import { IMAGES_ACROSS_SEEDS, IMAGES_SEEDS } from "./seeds/images.ts";
import { MONITORING_SEEDS } from "./seeds/monitoring.ts";
import { NETWORK_SEEDS } from "./seeds/network.ts";
import { PODS_ACROSS_SEEDS, PODS_SEEDS } from "./seeds/pods.ts";
import { QUORUM_SEEDS } from "./seeds/quorum.ts";
import { REFERENCES_ACROSS_SEEDS, REFERENCES_SEEDS } from "./seeds/references.ts";
import { REPOSITORY_SEEDS } from "./seeds/repository.ts";
import { SECRETS_SEEDS } from "./seeds/secrets.ts";
import { SECURITY_SEEDS } from "./seeds/security.ts";
import type { Seed } from "./seeds/seed.ts";
import { WORKFLOWS_SEEDS } from "./seeds/workflows.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const plan = planOf(readSources(ROOT));
const trees = plan.environments.map((environment) => environmentTree(environment, environmentObjects(environment)));
const prod = trees.find(({ environment }) => environment.name === "prod") ?? trees[0];
if (prod === undefined) throw new Error("The repository has no environment.");
const platform = platformTree(plan, trees);

const ENVIRONMENT_SEEDS = [
  ...REFERENCES_SEEDS,
  ...QUORUM_SEEDS,
  ...DATA_SEEDS,
  ...SECURITY_SEEDS,
  ...PODS_SEEDS,
  ...SECRETS_SEEDS,
  ...IMAGES_SEEDS,
  ...MONITORING_SEEDS,
  ...NETWORK_SEEDS,
  ...BACKUP_SEEDS,
];
const PLATFORM_SEEDS = [...GITOPS_SEEDS, ...REFERENCES_ACROSS_SEEDS, ...PODS_ACROSS_SEEDS, ...IMAGES_ACROSS_SEEDS];

holds("the objects of an environment", ENVIRONMENT_INVARIANTS, ENVIRONMENT_SEEDS, prod);
holds("Argo CD's objects and all environments", PLATFORM_INVARIANTS, PLATFORM_SEEDS, platform);
holds("the files", REPOSITORY_INVARIANTS, [...REPOSITORY_SEEDS, ...WORKFLOWS_SEEDS], repositoryTree(ROOT, plan));

function holds<Tree>(what: string, invariants: readonly Invariant<Tree>[], seeds: readonly Seed<Tree>[], good: Tree): void {
  describe(`the invariants of ${what}`, () => {
    it("have a name each, and are true of the committed repository", async () => {
      expect(new Set(invariants.map(({ name }) => name)).size).toBe(invariants.length);
      expect(
        (await problemsOf(invariants, good)).map(({ invariant, subject, message }) => [invariant, subject, message]),
      ).toEqual([]);
    });

    it("have each a seed that breaks it, and no seed breaks what is no invariant", () => {
      const seeded = [...new Set(seeds.map(({ invariant }) => invariant))].sort();
      expect(seeded).toEqual(invariants.map(({ name }) => name).sort());
    });

    it.each(seeds.map((seed) => ({ ...seed, name: `${seed.invariant}: ${seed.title}` })))("catch $name", async (seed) => {
      const invariant = invariants.filter(({ name }) => name === seed.invariant);
      expect(await problemsOf(invariant, seed.breakIt(good))).not.toEqual([]);
    });
  });
}
