import { join } from "node:path";
import { expect, it } from "vitest";
import { problemsOf } from "../../../generator/checks/broken-invariants.ts";
import { REPOSITORY } from "../../../generator/checks/repository/index.ts";
import { WORKFLOWS } from "../../../generator/checks/workflows/index.ts";
import { repositoryTree } from "../../../generator/commands/repository-tree.ts";
import { readSources } from "../../../generator/system/repository.ts";
import { planOf } from "../../support/plans.ts";
import { custom } from "../seeds/file-changes.ts";
import { overBase } from "./tree.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const ALL = [...REPOSITORY, ...WORKFLOWS];

it("accepts resources and patches of a team's own", async () => {
  const withCustom = custom("resources:\n  - networkpolicy.yaml\npatches:\n  - path: proxy.patch.yaml\n", {
    "networkpolicy.yaml": "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: milvus\nspec: {}\n",
    "proxy.patch.yaml":
      "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: milvus-proxy\nspec:\n  minReadySeconds: 10\n",
  });

  expect(await problemsOf(ALL, withCustom(repositoryTree(ROOT, planOf(readSources(ROOT)))))).toEqual([]);
});

it("throws at nothing that a person may have written", async () => {
  const texts = [
    "",
    "text\n",
    "[]\n",
    "- 1\n",
    "a: [\n",
    "*x\n",
    "? [a]\n: b\n",
    "kind: Application\nspec: 1\n",
    "jobs: { a: 1, b: { steps: [1, { run: [] }] } }\n",
  ];
  for (const text of texts) {
    const tree = overBase(["components: [custom]", "patches: [{ path: custom/x.yaml }]"], {
      "overlays/prod/custom/kustomization.yaml": text,
      "overlays/prod/custom/x.yaml": text,
      "apps/prod/application.yaml": text,
      ".github/CODEOWNERS": text,
      ".github/workflows/ci.yaml": text,
      "base/generated.sha256": text,
    });

    await expect(problemsOf(ALL, tree)).resolves.toBeInstanceOf(Array);
  }
});
