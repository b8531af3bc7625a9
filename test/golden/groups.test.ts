import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { planRepository } from "../../generator/commands/plan.ts";
import type { Finding } from "../../generator/errors.ts";
import { readTree, writeText } from "../support/repository.ts";

const GOLDEN = join(import.meta.dirname, "groups");
const KEPT = [
  "apps/tenants/application.yaml",
  "overlays/tenants/milvus/",
  "overlays/tenants/network/",
  "overlays/tenants/monitoring/prometheusrule-milvus.yaml",
  "overlays/tenants/resourcequota.yaml",
  "overlays/tenants/kustomization.yaml",
];

let generated: Record<string, string> = {};
let found: readonly Finding[] = [];

beforeAll(() => {
  const source = (path: string) => ({ path, bytes: readFileSync(join(GOLDEN, path)) });
  const file = source("overlays/tenants/environment.yaml");
  const { plan, findings } = planRepository({
    platform: source("gitops.yaml"),
    environments: [{ name: "tenants", file, custom: undefined }],
  });
  found = findings;
  generated = Object.fromEntries([...(plan?.files ?? [])].filter(([path]) => isOurs(path)));
  if (process.env.UPDATE_GOLDEN !== "1") return;
  for (const [path, text] of Object.entries(generated)) writeText(GOLDEN, path, text);
});

it("makes of an environment with resource groups the files that are committed beside it", () => {
  const committed = Object.entries(readTree(GOLDEN)).filter(([path]) => isOurs(path));

  expect(generated).toEqual(Object.fromEntries(committed));
  expect(Object.keys(generated).length).toBeGreaterThan(15);
});

it("has nothing to say of Milvus in it", () => {
  expect(found.filter(({ path }) => path.startsWith("milvus"))).toEqual([]);
});

function isOurs(path: string): boolean {
  return KEPT.some((kept) => path.startsWith(kept));
}
