import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { planRepository } from "../../generator/commands/plan.ts";
import { readTree, writeText } from "../support/repository.ts";

const GOLDEN = join(import.meta.dirname, "monitoring");
const FOLDER = "overlays/watched/monitoring/";

let generated: Record<string, string> = {};

beforeAll(() => {
  const source = (path: string) => ({ path, bytes: readFileSync(join(GOLDEN, path)) });
  const file = source("overlays/watched/environment.yaml");
  const { plan } = planRepository({
    platform: source("gitops.yaml"),
    environments: [{ name: "watched", file, custom: undefined }],
  });
  generated = Object.fromEntries([...(plan?.files ?? [])].filter(([path]) => path.startsWith(FOLDER)));
  if (process.env.UPDATE_GOLDEN !== "1") return;
  for (const [path, text] of Object.entries(generated)) writeText(GOLDEN, path, text);
});

it("makes of an environment with monitoring the folder that is committed beside it", () => {
  const committed = Object.entries(readTree(GOLDEN)).filter(([path]) => path.startsWith(FOLDER));

  expect(generated).toEqual(Object.fromEntries(committed));
  expect(Object.keys(generated).length).toBeGreaterThan(10);
});
