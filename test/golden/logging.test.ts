import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { planRepository } from "../../generator/commands/plan.ts";
import { readTree, writeText } from "../support/repository.ts";

const GOLDEN = join(import.meta.dirname, "logging");

let generated: Record<string, string> = {};

beforeAll(() => {
  const source = (path: string) => ({ path, bytes: readFileSync(join(GOLDEN, path)) });
  const environment = (name: string) => ({ name, file: source(`overlays/${name}/environment.yaml`), custom: undefined });
  const { plan } = planRepository({ platform: source("gitops.yaml"), environments: ["one", "two"].map(environment) });
  generated = Object.fromEntries([...(plan?.files ?? [])].filter(([path]) => path.startsWith("apps/addon-")));
  if (process.env.UPDATE_GOLDEN !== "1") return;
  for (const [path, text] of Object.entries(generated)) writeText(GOLDEN, path, text);
});

it("makes of a platform with every add-on the Applications and the folder that are committed beside it", () => {
  const committed = Object.entries(readTree(GOLDEN)).filter(([path]) => path.startsWith("apps/"));

  expect(generated).toEqual(Object.fromEntries(committed));
  expect(Object.keys(generated).length).toBeGreaterThan(15);
});
